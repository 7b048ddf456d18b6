// A focus topic's page: a summary that was read to its end counts as read, on all her devices; and members are offered
// where somebody is named.
const READ = 2500; // ms at its end
const SOON = 200; // ms after the last key

export function begin(summary) {
  const { topic, read, last } = summary.dataset;
  const csrf = document.querySelector("input[name=csrf]")?.value;
  const end = summary.lastElementChild ?? summary;
  if (!csrf || Number(last) >= Number(read)) return;
  let timer = null;
  const watch = new IntersectionObserver(([seen]) => {
    clearTimeout(timer);
    if (!seen.isIntersecting) return;
    timer = setTimeout(() => {
      watch.disconnect();
      fetch(`/focus/${topic}/read`, { method: "POST", body: new URLSearchParams({ csrf, number: read }), redirect: "manual" });
    }, READ);
  });
  watch.observe(end);
}

export function offer(field) {
  const list = document.createElement("datalist");
  list.id = `o-${field.id}`;
  field.after(list);
  field.setAttribute("list", list.id);
  let timer = null;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    const words = field.value.trim().replace(/^@/, "");
    if (words.length < 2) return;
    timer = setTimeout(async () => {
      const query = new URLSearchParams({ place: field.dataset.names, q: words, lang: document.documentElement.lang });
      const answer = await fetch(`/names?${query}`).catch(() => null);
      if (!answer?.ok) return;
      list.replaceChildren(...(await answer.json()).map(({ text, name, more }) => {
        const option = document.createElement("option");
        option.value = text;
        option.label = more ? `${name}, ${more}` : name;
        return option;
      }));
    }, SOON);
  });
}
