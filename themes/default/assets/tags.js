// Offers the tags of a community while one types, for the tag that is being typed: the field holds several.
export function suggestTags(list) {
  const field = document.getElementById(list.dataset.tagsFor);
  if (!field) return;
  const tags = [...list.querySelectorAll("[data-tag]")].map((item) => ({
    name: item.dataset.tag,
    words: `${item.dataset.tag} ${item.dataset.also ?? ""}`,
  }));
  const offered = document.createElement("datalist");
  offered.id = "tags-offered";
  field.after(offered);
  field.setAttribute("list", offered.id);
  const offer = () => {
    const start = field.value.lastIndexOf(",") + 1;
    const before = field.value.slice(0, start) + (start > 0 ? " " : "");
    const typed = field.value.slice(start).trim().toLowerCase().replace(/\s+/g, "-");
    const had = field.value.slice(0, start).split(",").map((tag) => tag.trim());
    offered.replaceChildren(
      ...tags
        .filter((tag) => !had.includes(tag.name) && tag.words.split(" ").some((word) => word.startsWith(typed)))
        .slice(0, 12)
        .map((tag) => new Option("", before + tag.name)),
    );
  };
  field.addEventListener("input", offer);
  offer();
}
