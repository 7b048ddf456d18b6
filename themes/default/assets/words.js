// What the words of a community mean, where they stand in a text: the first time on a page each, shown by the pointer, by the
// keyboard and by a tap. What is stored never changes for it; without script the glossary says the same.
const NEVER = "a, code, pre, kbd, h1, h2, h3, h4, h5, h6, form, button, summary, svg, .word";
const PAUSES = [2_000, 5_000, 15_000, 60_000, 300_000]; // ms
const tip = Object.assign(document.createElement("div"), { id: "meaning", className: "meaning", hidden: true });
tip.setAttribute("role", "tooltip");
// By how it is written: the terms that are called so.
const terms = new Map();
let shown;
let waits;

const small = (words) => words.toLocaleLowerCase();
// Without a small letter it is an abbreviation: "IT" is not "it".
const strict = (form) => form === form.toLocaleUpperCase();

function learn(list) {
  for (const term of list) {
    for (const form of [term.name, ...term.spellings]) {
      const known = terms.get(small(form));
      const one = { term, form };
      if (known) known.push(one);
      else terms.set(small(form), [one]);
    }
  }
  const forms = [...terms.keys()].sort((one, other) => other.length - one.length);
  const escaped = forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+"));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join("|")})(?![\\p{L}\\p{N}_])`, "giu");
}

// The one in the language of the text, before others that are written so.
function meant(found, language) {
  const all = (terms.get(small(found).replace(/\s+/g, " ")) ?? []).filter(({ form }) => !strict(form) || form === found.replace(/\s+/g, " "));
  return (all.find(({ term }) => term.language === language) ?? all[0])?.term;
}

function mark(prose, wanted, done) {
  const texts = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT, (node) => (node.parentElement.closest(NEVER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const all = [];
  while (texts.nextNode()) all.push(texts.currentNode);
  for (let text of all) {
    const language = text.parentElement.closest("[lang]")?.lang.slice(0, 2);
    // Where the text begins that is left behind what was marked.
    let from = 0;
    for (const found of text.data.matchAll(wanted)) {
      const term = meant(found[0], language);
      if (!term || done.has(term)) continue;
      done.add(term);
      const at = text.splitText(found.index - from);
      text = at.splitText(found[0].length);
      from = found.index + found[0].length;
      const word = document.createElement("span");
      Object.assign(word, { className: "word", tabIndex: 0, term });
      word.setAttribute("role", "button");
      word.setAttribute("aria-expanded", "false");
      word.setAttribute("aria-describedby", tip.id);
      at.replaceWith(word);
      word.append(at);
    }
  }
}

function show(word) {
  clearTimeout(waits);
  if (shown === word) return;
  hide();
  shown = word;
  const { term } = word;
  const what = document.createElement("strong");
  what.textContent = term.expansion || term.name;
  tip.replaceChildren(what);
  if (term.meaning) tip.append(Object.assign(document.createElement("p"), { textContent: term.meaning }));
  tip.lang = term.language;
  tip.hidden = false;
  word.setAttribute("aria-expanded", "true");
  const place = word.getClientRects()[0];
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  const above = place.bottom + tip.offsetHeight + 8 > window.innerHeight && place.top > tip.offsetHeight + 8;
  tip.style.left = `${Math.max(8, Math.min(place.left, room)) + window.scrollX}px`;
  tip.style.top = `${(above ? place.top - tip.offsetHeight - 4 : place.bottom + 4) + window.scrollY}px`;
}

function hide() {
  clearTimeout(waits);
  shown?.setAttribute("aria-expanded", "false");
  shown = undefined;
  tip.hidden = true;
}

// Long enough to go from the word to what is shown of it, and not at every word the pointer crosses.
function soon(what, time) {
  clearTimeout(waits);
  waits = setTimeout(what, time);
}

function listen() {
  const word = (event) => event.target.closest?.(".word");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const over = word(event);
    if (over) soon(() => show(over), 150);
    else if (event.target.closest?.(".meaning")) clearTimeout(waits);
    else if (shown && shown !== document.activeElement) soon(hide, 300);
    else if (!shown) clearTimeout(waits);
  });
  document.addEventListener("focusin", (event) => {
    const on = word(event);
    if (on) show(on);
    else if (shown) hide();
  });
  document.addEventListener("focusout", (event) => word(event) === shown && hide());
  document.addEventListener("click", (event) => {
    const on = word(event);
    if (on) show(on);
    else if (!event.target.closest?.(".meaning")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) {
      hide();
      event.stopPropagation();
    } else if ((event.key === "Enter" || event.key === " ") && word(event)) {
      event.preventDefault();
      if (shown) hide();
      else show(word(event));
    }
  }, true);
}

// A line that is down or a server that is busy is tried again, less and less often.
async function meanings(address) {
  for (let tried = 0; ; tried++) {
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (answer.ok) return await answer.json();
      if (answer.status < 500 && answer.status !== 429) return [];
    } catch {
      // As if there had been no answer.
    }
    await later(PAUSES[Math.min(tried, PAUSES.length - 1)]);
  }
}

// After a pause, or as soon as the line or the reader is back; never while nobody looks.
function later(pause) {
  return new Promise((done) => {
    const signs = [[window, "online"], [document, "visibilitychange"]];
    const go = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      for (const [where, sign] of signs) where.removeEventListener(sign, go);
      done();
    };
    const timer = setTimeout(go, pause);
    for (const [where, sign] of signs) where.addEventListener(sign, go);
  });
}

export async function begin(places) {
  const proses = [...document.querySelectorAll("main .prose")].filter((prose) => !prose.closest("form, .terms"));
  if (!proses.length) return;
  const list = await meanings(places.dataset.words);
  if (!list.length) return;
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: places.dataset.wordsStyle });
  document.head.append(style);
  document.body.append(tip);
  const wanted = learn(list);
  const done = new Set();
  for (const prose of proses) mark(prose, wanted, done);
  if (done.size) listen();
  document.dispatchEvent(new Event("rounds:words"));
}
