// What the words will look like, laid out by the server while somebody types: beside the box, or in its place.
const PAUSE = 350; // ms without a key
const CHOICE = "rounds.preview";

export function look(form, field) {
  const box = form.querySelector(".compose");
  const pane = box.querySelector(".seen-as");
  const button = form.querySelector("button.look");
  const auto = form.querySelector("[data-auto]");
  const names = auto && new Map([...auto.parentElement.options].map((option) => [option.value, option.text]));
  let shown = null;
  let timer;
  let asked = 0;

  // The box takes the margin, too, where nothing stands in that any more.
  const beside = document.querySelector(".margin")?.lastElementChild?.getBoundingClientRect().bottom ?? 0;
  if (beside < box.getBoundingClientRect().top) box.classList.add("wide");
  const isWide = () => box.classList.contains("wide") && box.clientWidth >= 46 * 16;
  const show = (on, later = false) => {
    box.classList.toggle("look-at", on);
    pane.hidden = !on;
    button.setAttribute("aria-pressed", on);
    if (on && !later) draw();
  };
  async function draw() {
    const words = field.value;
    if (words === shown) return;
    if (words.trim() === "") {
      pane.replaceChildren();
      shown = words;
      return;
    }
    const turn = ++asked;
    const sent = new URLSearchParams({ csrf: form.elements.csrf.value, title: form.elements.title?.value ?? "", body: words });
    try {
      const answer = await fetch("/preview", { method: "POST", body: sent, redirect: "manual" });
      if (!answer.ok || turn !== asked) return;
      const { html, language } = await answer.json();
      shown = words;
      lead(html);
      pane.innerHTML = html; // Safe: made and sanitised by the server, as every post is.
      pane.lang = language;
      if (auto) auto.text = language ? `${auto.dataset.auto} (${names.get(language) ?? language})` : auto.dataset.auto;
    } catch {
      // Without a connection the old picture stays; what is typed is safe without it.
    }
  }
  // What stands in the box as a kind and an id is named below it.
  function lead(html) {
    const links = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("a.to, span.to")];
    let line = box.querySelector(".leads");
    if (!line && links.length) {
      line = Object.assign(document.createElement("p"), { className: "leads hint" });
      box.querySelector(".sides").after(line);
    }
    line?.replaceChildren(...links.flatMap((link, at) => [at ? ", " : `${field.parentElement.dataset.leads} `, link]));
    if (line) line.hidden = !links.length;
  }
  field.addEventListener("input", () => {
    clearTimeout(timer);
    // The language is told from the same answer, so it is asked for even where nothing is shown.
    timer = setTimeout(draw, pane.hidden ? 4 * PAUSE : PAUSE);
  });
  button.addEventListener("click", (event) => {
    event.preventDefault();
    show(pane.hidden);
    if (isWide()) localStorage.setItem(CHOICE, pane.hidden ? "off" : "on");
    if (pane.hidden) field.focus();
  });
  button.setAttribute("aria-pressed", "false");
  if (!isWide() || localStorage.getItem(CHOICE) === "off") {
    if (field.value.includes("[[")) draw();
    return;
  }
  // What the server laid out stands where the rest will.
  const laid = form.querySelector(".preview .prose");
  if (laid) {
    pane.append(...laid.childNodes);
    shown = field.value;
    laid.parentNode.remove();
  }
  // A draft is laid out at once, other words that stood there already with the first sign that somebody is at it.
  const begin = () => {
    for (const sign of ["pointermove", "keydown", "scroll"]) removeEventListener(sign, begin);
    if (!pane.hidden) draw();
  };
  const isDraft = Boolean(form.elements.draft?.value);
  if (!isDraft) for (const sign of ["pointermove", "keydown", "scroll"]) addEventListener(sign, begin, { passive: true });
  show(true, !isDraft);
}
