// What in the words of a story could tell who the patient is, asked about where it stands.
import { type } from "./typing.js";

const SOON = 1200; // ms after the last key
const FEW = 3; // that a phone shows at once

// `after` is called when words were said more broadly.
export function asking({ instead, leaveOut, all }, after) {
  function warning(id, sentence) {
    if (id) document.getElementById(id)?.remove();
    const box = document.createElement("div");
    if (id) box.id = id;
    box.className = "say warn";
    box.append(document.createElement("div"));
    box.firstElementChild.append(Object.assign(document.createElement("strong"), { textContent: sentence }));
    return box;
  }
  // What is asked about in a field stands below it, with words that say less. It asks, and holds nothing up: what is
  // asked about still stays where it is, so that nothing moves from under a finger.
  function ask(field, text, asked) {
    const id = `a-${field.name}`;
    let list = document.getElementById(id);
    const held = list?.contains(document.activeElement);
    if (asked.length === 0) {
      if (list) unfold(list);
      list?.remove();
      field.removeAttribute("aria-details");
      return held && field.focus();
    }
    if (!list) {
      list = Object.assign(document.createElement("div"), { id });
      list.setAttribute("role", "status");
      field.after(list);
      field.setAttribute("aria-details", id);
    }
    const there = new Map([...list.children].map((box) => [box.dataset.passage, box]));
    for (const one of asked) {
      let box = there.get(one.passage) ?? list.appendChild(prompt(field, one));
      // It stands elsewhere, too, since: then other words are offered.
      if (box.dataset.offers !== offered(one.spots).join("\n")) box.replaceWith((box = prompt(field, one)));
      box.places = one.spots.map((spot) => spot.map((offer) => ({ ...offer, was: text.slice(offer.start, offer.end) })));
      there.delete(one.passage);
    }
    for (const gone of there.values()) gone.remove();
    fold(list);
    if (held && !list.contains(document.activeElement)) list.querySelector("button")?.focus();
  }
  // A long column is folded to the first few on a phone, until one wants to see all of it.
  function fold(list) {
    if (list.children.length <= FEW || list.dataset.open) return unfold(list);
    let button = opener(list);
    if (!button) {
      button = Object.assign(document.createElement("button"), { type: "button", className: "unfolded" });
      button.addEventListener("click", () => {
        list.dataset.open = "yes";
        unfold(list);
        list.children[FEW]?.querySelector("button")?.focus();
      });
      list.after(button);
    }
    list.classList.add("folded");
    button.textContent = all.replace("{n}", list.children.length);
  }
  function unfold(list) {
    list.classList.remove("folded");
    opener(list)?.remove();
  }
  function opener(list) {
    return list.nextElementSibling?.matches(".unfolded") ? list.nextElementSibling : null;
  }
  // The words for all its places: where one offers fewer, its last ones go with the rest.
  function offered(spots) {
    return spots.reduce((most, spot) => (spot.length > most.length ? spot : most)).map((offer) => offer.words);
  }
  function prompt(field, { passage, says, spots }) {
    const box = warning(null, says);
    const offers = offered(spots);
    Object.assign(box.dataset, { passage, offers: offers.join("\n") });
    if (offers.length === 0) return box;
    const chips = document.createElement("p");
    chips.className = "chips";
    // Where the words around it say enough, nothing takes its place.
    if (offers.some((words) => words)) chips.append(Object.assign(document.createElement("span"), { className: "hint", textContent: instead }));
    offers.forEach((words, choice) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: words || leaveOut });
      button.addEventListener("click", () => replace(field, box.places.map((place) => place[Math.min(choice, place.length - 1)])));
      chips.append(button);
    });
    box.lastElementChild.append(chips);
    return box;
  }
  // From the end, so that what stands before keeps its place; what moved meanwhile is looked for, what is gone is left.
  function replace(field, offers) {
    for (const { start, words, was } of offers.toReversed()) {
      const at = nearest(field.value, was, start);
      if (at < 0) continue;
      field.focus();
      field.setSelectionRange(at, at + was.length);
      type(field, words);
    }
    after();
  }
  // Where these words stand by themselves, as near as can be to where they stood; with the blank before them they may
  // stand behind any word.
  function nearest(text, was, start) {
    const isInside = (sign) => /[\p{L}\p{N}]/u.test(sign ?? "");
    let best = -1;
    for (let at = text.indexOf(was); at >= 0; at = text.indexOf(was, at + 1)) {
      const isWhole = !(isInside(was[0]) && isInside(text[at - 1])) && !isInside(text[at + was.length]);
      if (isWhole && (best < 0 || Math.abs(at - start) < Math.abs(best - start))) best = at;
    }
    return best;
  }

  return { ask, warning };
}

// A form that saves nothing before its button is pressed: a follow-up.
export function look(form) {
  const headers = { Accept: "application/json", "Accept-Language": document.documentElement.lang };
  const fields = [...form.querySelectorAll("textarea")];
  const { ask } = asking(form.dataset, () => look());
  let timer;
  let turn = 0;
  async function look() {
    clearTimeout(timer);
    const now = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    const body = new URLSearchParams({ csrf: form.elements.csrf.value, "language-shown": document.documentElement.lang, ...now });
    const asked = ++turn;
    const answer = await fetch(`/cases/${form.dataset.story}/write/asked`, { method: "POST", body, headers }).catch(() => null);
    if (!answer?.ok || asked !== turn) return; // The button asks all the same.
    const told = await answer.json();
    for (const name of told.looked) ask(form.elements[name], now[name], told.asked.filter((one) => one.field === name));
  }
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, SOON);
  });
  if (fields.some((field) => field.value)) look();
}
