// A story is saved while it is typed, and what in it could tell who the patient is is asked about where it stands.
import { asking } from "./story-asks.js";

const SOON = 1200; // ms after the first unsaved key
const AGAIN = 4000; // ms until the next try without a connection

export function begin(form) {
  const { dataset } = form;
  const state = form.querySelector(".draft-state");
  const shelf = `rounds.draft.${document.body.dataset.me}.story.${dataset.story}.${dataset.step}`;
  const isTelling = dataset.step === "told";
  const isEdit = dataset.step === "edit";
  const fields = [...form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "submit" && !field.name.startsWith("reason-"));
  const names = [...new Set(fields.map((field) => field.name))];
  const headers = { Accept: "application/problem+json, application/json", "Accept-Language": document.documentElement.lang };
  const rest = new Set(); // parts that wait for a choice between two windows
  // As the page came from the server: what was typed before this script was there is not saved yet.
  let saved = Object.fromEntries(names.map((name) => [name, given(form.elements[name])]));
  const { ask, warning } = asking(dataset, () => save());
  let timer = null;
  let saving = null;
  let isSentOff = false;

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
  function parcel(now, news) {
    const body = new URLSearchParams({ csrf: form.elements.csrf.value, step: dataset.step, "language-shown": document.documentElement.lang });
    for (const name of isTelling ? news : names) if (form.elements[name].value || isTelling || isEdit) body.set(name, now[name]);
    for (const hidden of form.querySelectorAll("[name^=seen-], [name=revision], [name=kept]")) body.set(hidden.name, hidden.value);
    return body;
  }
  // The page goes while an earlier save is on its way, as on a slow line: that one may be broken off, this one is not. Where
  // both arrive, the later one meets the earlier, overwrites nothing, and this browser offers its words when she comes back.
  function leave() {
    if (!saving) return save(true);
    const now = words();
    const news = changed(now);
    const body = news.length ? parcel(now, news) : null;
    if (body && String(body).length < 60_000) isSentOff = navigator.sendBeacon(`/cases/${dataset.story}/write/kept`, body);
  }
  async function send(last) {
    clearTimeout(timer);
    timer = null;
    const now = words();
    const news = changed(now);
    if (news.length === 0) return;
    const body = parcel(now, news);
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
    for (const name of news) saved[name] = now[name];
    for (const { part, body } of told.met) meet(part, body);
    if (told.met.length === 0 && (isTelling || news.length)) say(dataset.saved.replace("{time}", time()));
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
  addEventListener("pagehide", leave);
  // From the browser's memory it comes with revisions that are no more.
  addEventListener("pageshow", (event) => event.persisted && isSentOff && location.reload());
  // A phone may end a page that is out of sight without another word.
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && !saving && save(true));
  document.addEventListener("rounds:leaving", (event) => event.detail.push(save().then(() => save())));
  // The button saves what is there; what this browser kept is not needed any more when the next page comes.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    saved = words();
    localStorage.removeItem(shelf);
  });
  // What was typed before is asked about at once.
  if ((isTelling || isEdit) && fields.some((field) => field.value)) look();
  async function look() {
    const body = new URLSearchParams({ csrf: form.elements.csrf.value, step: dataset.step, "language-shown": document.documentElement.lang });
    for (const name of names) if (form.elements[name].value) body.set(name, form.elements[name].value);
    for (const hidden of form.querySelectorAll("[name^=seen-]")) body.set(hidden.name, hidden.value);
    // An edit is kept from the first change on.
    const answer = await fetch(`/cases/${dataset.story}/write/${isEdit ? "asked" : "kept"}`, { method: "POST", body, headers }).catch(() => null);
    if (answer?.ok) kept(words(), [], await answer.json());
  }
}
