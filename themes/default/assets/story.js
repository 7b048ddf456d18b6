// A story is saved while it is typed, and what in it could tell who the patient is is asked about where it stands.
import { type } from "./typing.js";

const SOON = 1200; // ms after the first unsaved key
const AGAIN = 4000; // ms until the next try without a connection

export function begin(form) {
  const { dataset } = form;
  const state = form.querySelector(".draft-state");
  const shelf = `rounds.draft.${document.body.dataset.me}.story.${dataset.story}.${dataset.step}`;
  const isTelling = dataset.step === "told";
  const fields = [...form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "submit");
  const names = [...new Set(fields.map((field) => field.name))];
  const headers = { Accept: "application/json", "Accept-Language": document.documentElement.lang };
  const rest = new Set(); // parts that wait for a choice between two windows
  // As the page came from the server: what was typed before this script was there is not saved yet.
  let saved = Object.fromEntries(names.map((name) => [name, given(form.elements[name])]));
  let timer = null;
  let saving = null;

  function words() {
    return Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
  }
  function given(field) {
    if (field instanceof RadioNodeList) return [...field].find((one) => one.defaultChecked)?.value ?? "";
    if (field instanceof HTMLSelectElement) return ([...field.options].find((one) => one.defaultSelected) ?? field.options[0]).value;
    return field.type === "radio" ? (field.defaultChecked ? field.value : "") : field.defaultValue;
  }
  function changed(now) {
    return names.filter((name) => now[name] !== saved[name] && !rest.has(name));
  }
  function say(text, trouble = false) {
    state.textContent = text;
    state.classList.toggle("trouble", trouble);
  }
  function typed() {
    if (changed(words()).length === 0) return localStorage.removeItem(shelf);
    localStorage.setItem(shelf, JSON.stringify(words()));
    plan(SOON);
  }
  function plan(delay) {
    timer ??= setTimeout(() => { timer = null; save(); }, delay);
  }
  function save(last = false) {
    saving ??= send(last).finally(() => { saving = null; });
    return saving;
  }
  async function send(last) {
    clearTimeout(timer);
    timer = null;
    const now = words();
    const news = changed(now);
    if (news.length === 0) return;
    const body = new URLSearchParams({ csrf: form.elements.csrf.value, step: dataset.step, "language-shown": document.documentElement.lang });
    for (const name of isTelling ? news : names) if (form.elements[name].value || isTelling) body.set(name, now[name]);
    for (const hidden of form.querySelectorAll("[name^=seen-], [name=revision]")) body.set(hidden.name, hidden.value);
    let answer;
    try {
      answer = await fetch(`/cases/${dataset.story}/write/kept`, { method: "POST", body, headers, redirect: "manual", keepalive: last && String(body).length < 60_000 });
    } catch {
      say(dataset.here, true);
      return plan(AGAIN);
    }
    const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
    if (told?.seen) return kept(now, news, told);
    if (answer.status === 401 || answer.status === 403 || answer.type === "opaqueredirect") say(dataset.signIn, true);
    else if (answer.status === 409) say(dataset.meanwhile, true);
    else if (answer.status === 422) say(`${dataset.not} ${why(told)}`, true);
    else {
      say(dataset.here, true);
      plan(AGAIN);
    }
  }
  // A sentence that refuses, as problem+json tells it.
  function why(problem) {
    return problem?.errors?.map((one) => one.message ?? one.detail).filter(Boolean).join(" ") || problem?.detail || "";
  }
  function kept(now, news, told) {
    for (const [name, revision] of Object.entries(told.seen)) form.elements[name].value = revision;
    for (const name of isTelling ? news : names) saved[name] = now[name];
    for (const { part, body } of told.met) meet(part, body);
    if (told.met.length === 0) say(dataset.saved.replace("{time}", time()));
    for (const name of told.looked) ask(form.elements[name], now[name], told.asked.filter((one) => one.field === name));
    if (changed(words()).length === 0) localStorage.removeItem(shelf);
    else plan(SOON);
  }
  function time() {
    return new Date().toLocaleTimeString(document.documentElement.lang === "fr" ? "fr-CA" : "en-CA", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: document.body.dataset.zone });
  }
  // Another window was quicker: both versions stand there until she presses the button.
  function meet(part, body) {
    rest.add(part);
    const box = warning(`m-${part}`, dataset.met);
    const there = document.createElement("p");
    there.className = "as-written";
    there.textContent = body;
    box.lastElementChild.append(there);
    box.setAttribute("role", "alert");
    form.elements[part].before(box);
    say("");
  }
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
      const box = there.get(one.passage) ?? list.appendChild(prompt(field, one));
      box.places = one.spots.map((spot) => spot.map((offer) => ({ ...offer, was: text.slice(offer.start, offer.end) })));
      there.delete(one.passage);
    }
    for (const gone of there.values()) gone.remove();
    if (held && !list.contains(document.activeElement)) list.querySelector("button")?.focus();
  }
  function prompt(field, { passage, says, spots }) {
    const box = warning(null, says);
    box.dataset.passage = passage;
    if (spots[0].length === 0) return box;
    const chips = document.createElement("p");
    chips.className = "chips";
    chips.append(Object.assign(document.createElement("span"), { className: "hint", textContent: dataset.instead }));
    spots[0].forEach((offer, choice) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: offer.words });
      button.addEventListener("click", () => replace(field, box.places.map((place) => place[choice])));
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
    save();
  }
  // Where these words stand by themselves, as near as can be to where they stood.
  function nearest(text, was, start) {
    const isInside = (sign) => /[\p{L}\p{N}]/u.test(sign ?? "");
    let best = -1;
    for (let at = text.indexOf(was); at >= 0; at = text.indexOf(was, at + 1)) {
      const isWhole = !isInside(text[at - 1]) && !isInside(text[at + was.length]);
      if (isWhole && (best < 0 || Math.abs(at - start) < Math.abs(best - start))) best = at;
    }
    return best;
  }

  const left = localStorage.getItem(shelf);
  if (left) {
    const copy = JSON.parse(left);
    for (const name of names) if (name in copy) form.elements[name].value = copy[name];
    if (changed(words()).length) {
      for (const details of form.querySelectorAll("details:has(textarea)")) details.open ||= [...details.querySelectorAll("textarea")].some((field) => field.value);
      say(dataset.restored);
      plan(0);
    } else localStorage.removeItem(shelf);
  }
  else typed();
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  addEventListener("online", () => save());
  addEventListener("pagehide", () => save(true));
  document.addEventListener("rounds:leaving", (event) => event.detail.push(save().then(() => save())));
  // The button saves what is there; what this browser kept is not needed any more when the next page comes.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    saved = words();
    localStorage.removeItem(shelf);
  });
  // What was typed before is asked about at once.
  if (isTelling && fields.some((field) => field.value)) look();
  async function look() {
    const body = new URLSearchParams({ csrf: form.elements.csrf.value, step: dataset.step, "language-shown": document.documentElement.lang });
    for (const name of names) if (form.elements[name].value) body.set(name, form.elements[name].value);
    for (const hidden of form.querySelectorAll("[name^=seen-]")) body.set(hidden.name, hidden.value);
    const answer = await fetch(`/cases/${dataset.story}/write/kept`, { method: "POST", body, headers }).catch(() => null);
    if (answer?.ok) kept(words(), [], await answer.json());
  }
}
