// Single keys, as people know them from their mail. Called for keys outside fields; switched off, all of them, on their sheet or at /about/keyboard.
const PLACES = { h: "/", l: "/latest", u: "/unread", n: "/notifications", b: "/saved", d: "/drafts", p: "/notes" };
const PREFIX_MS = 1_500;
// What one steps through where there is no post, and what is opened of it.
const ROWS = ".row, .hit, .helped-lately > .helped";
const LINK = "h2 a, h3 a";

let going = 0;
let told; // where it is said that a key does nothing here, until the next

export function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("dialog[open]")) return;
  const act = Date.now() - going < PREFIX_MS ? PLACES[event.key] && (() => (location.href = PLACES[event.key])) : ACTS[event.key];
  going = event.key === "g" ? Date.now() : 0;
  told?.replaceChildren();
  if (act && act() !== false) event.preventDefault();
}

const ACTS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => here()?.querySelector(LINK)?.click(),
  r: () => first(answer, () => click(here()?.querySelector("[data-key=r], .act-link[href*='/reply']")), () => focus(document.querySelector("#reply textarea")), () => tell("idle")),
  q: () => (!document.querySelector("form[data-quote]") ? tell("row") : getSelection().isCollapsed && !here() ? tell("mark") : void document.dispatchEvent(new CustomEvent("rounds:quote"))),
  l: () => first(() => click(mine("form.says [value=helpful]")), () => tell("row")),
  b: () => first(() => click(mine("form[action$='/saved'] button")), save, () => tell("row")),
  c: () => first(start, () => tell("where")),
  u: () => click([...document.querySelectorAll(".crumbs a")].at(-1) ?? document.querySelector("a.wordmark")),
  n: () => place(1),
  N: () => place(-1),
  ".": () => fresh(),
  "/": () => focus(document.getElementById("q")) || focus(document.getElementById("s-q")) || click(document.querySelector(".you a[href='/search']")),
  "?": () => void sheet(),
};

// The things one steps through: the posts of a discussion, else the rows of a list.
function steps() {
  const posts = [...document.querySelectorAll("article.post")];
  return posts.length ? posts : [...document.querySelectorAll(ROWS)];
}

function here() {
  return document.activeElement?.closest(`article.post, ${ROWS}`);
}

function mine(selector) {
  return (here() ?? document).querySelector(selector);
}

// The first of these ways that there is.
function first(...ways) {
  return ways.some((way) => way() !== false) ? undefined : false;
}

// On a page that was opened from a search: the next of its marked places, or the one before.
function place(by) {
  return document.querySelector(".found-bar") ? void document.dispatchEvent(new CustomEvent("rounds:place", { detail: by })) : false;
}

// The discussion of the row in a list at which one is.
function listed() {
  return here()?.matches(ROWS) && /^\/d\/\w{13}/.exec(here().querySelector(LINK)?.pathname ?? "")?.[0];
}

function answer() {
  return listed() ? void (location.href = `${listed()}/reply`) : false;
}

// Saves it; pressed again, no longer. One after the other, however quickly they are pressed.
const saved = new Set();
let saving = Promise.resolve();
function save() {
  const discussion = document.body.dataset.me && listed();
  if (!discussion) return false;
  const keeps = !saved.delete(discussion);
  if (keeps) saved.add(discussion);
  const fields = new URLSearchParams({ csrf: document.querySelector("[name=csrf]").value, saved: keeps ? "yes" : "no", aloud: document.documentElement.lang });
  saving = saving.then(() => fetch(`${discussion}/saved`, { method: "POST", body: fields, redirect: "manual" })).then((done) => (done.status === 200 ? done.text().then(say) : tell("idle")), () => tell("idle"));
}

// A key that does nothing here says so, where the eyes are and to those who listen.
async function tell(what) {
  say((await keyboard()).querySelector("main form").dataset[what]);
}

function say(words) {
  told ??= document.body.appendChild(Object.assign(document.createElement("p"), { className: "quote-said", role: "status" }));
  told.textContent = words;
}

// The page that explains them, in the reader's language.
let page;
const keyboard = () => (page ??= fetch("/about/keyboard").then((answer) => answer.text()).then((text) => new DOMParser().parseFromString(text, "text/html")));

function step(by) {
  const all = steps();
  if (!all.length) return false;
  const at = all.indexOf(here());
  const start = at >= 0 ? at + by : all.findIndex((one) => one.getBoundingClientRect().bottom > 60);
  go(all[Math.max(0, Math.min(all.length - 1, start))]);
}

function go(next) {
  const target = next.querySelector(LINK) ?? next;
  if (target === next) next.tabIndex = -1;
  target.focus({ preventScroll: true });
  next.scrollIntoView({ block: next.offsetHeight > innerHeight ? "start" : "nearest" });
}

// A discussion, or a note, where one is: by the page's own way, or that of the list to which the page belongs.
function start() {
  const choice = document.querySelector(".start > summary");
  if (choice) {
    choice.parentElement.open = true;
    return void focus(choice);
  }
  const list = document.querySelector(".crumbs a[href$='/discussions'], .crumbs a[href='/notes']");
  return click(document.querySelector("a[href$='/discussions/new']")) !== false || (list && document.body.dataset.me ? void (location.href = `${list.pathname}/new`) : false);
}

// What is new: in a discussion what came while one reads, then what came since one's last visit; a list is fetched anew.
function fresh() {
  const offer = document.querySelector("#live:not([hidden]) a");
  if (offer) return click(offer);
  const came = [...document.querySelectorAll("article.fresh")];
  const next = came[came.indexOf(here()) + 1] ?? document.querySelector("#new ~ article.post");
  if (next) return go(next);
  if (click(document.querySelector(".head a[href$='#new']")) !== false) return;
  if (document.getElementById("live")) document.getElementById("say").textContent = document.getElementById("live").dataset.nothing;
  else if (document.querySelector(".rows")) location.reload();
  else return false;
}

function click(element) {
  if (!element) return false;
  element.click();
}

function focus(element) {
  if (!element || !element.offsetParent) return false;
  element.focus();
  return true;
}

// Switches them on or off where one is; without a connection the form does, on the next page.
async function turn(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const button = event.submitter;
  const fields = new URLSearchParams(new FormData(form, button));
  fields.delete("tell");
  const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "manual" }).catch(() => null);
  if (answer?.type !== "opaqueredirect") {
    form.removeEventListener("submit", turn);
    form.requestSubmit(button);
    return;
  }
  const on = button.value === "on";
  document.body.dataset.keys = button.value;
  button.value = on ? "off" : "on";
  button.textContent = form.dataset[on ? "switchOff" : "switchOn"];
  form.querySelector("[role=status]").textContent = form.dataset[on ? "on" : "off"];
}

async function sheet() {
  let dialog = document.getElementById("keys");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.id = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    const text = (await keyboard()).querySelector("main article").cloneNode(true);
    // Read from its top: the first that takes the focus otherwise is the button that switches all of them off.
    const title = text.querySelector("h1");
    title.id = "keys-title";
    title.tabIndex = -1;
    title.autofocus = true;
    const form = text.querySelector("form");
    form.elements.next.value = location.pathname + location.search;
    form.addEventListener("submit", turn);
    const bar = document.createElement("form");
    bar.method = "dialog";
    const close = document.createElement("button");
    close.textContent = form.dataset.close;
    bar.append(close);
    dialog.append(text, bar);
    document.body.append(dialog);
  }
  dialog.showModal();
}
