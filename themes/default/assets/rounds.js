// What pages do beyond their HTML. Every part stands alone, and every page works without.
import { listen } from "./bell.js";

// Whoever joins reads times as her clock shows them.
const zone = document.querySelector("input[type=hidden][name=timeZone]");
if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;

const light = document.querySelector("form.light");
light?.addEventListener("submit", (event) => {
  event.preventDefault();
  import("./light.js").then((module) => module.turn(light, event.submitter.value));
});

// One menu is open at a time, and Escape closes it.
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A refused form says first what is wrong.
document.querySelector(".refused")?.focus();

// What was just done is told to those who listen, too: only words that come after the page are read out.
const notice = document.querySelector(".notice");
document.addEventListener("submit", ({ target, submitter }) => sessionStorage.setItem("rounds.pressed", JSON.stringify([location.pathname, target.getAttribute("action"), submitter?.value])));
if (notice) {
  import("./after.js").then((after) => after.goOn());
  const said = notice.querySelector("[role=status]");
  setTimeout(() => said.replaceChildren(...said.cloneNode(true).childNodes), 300);
  notice.querySelector(".close").addEventListener("click", (event) => {
    // As the link does, without a step in the browser's history.
    event.preventDefault();
    notice.remove();
  });
}

// Whoever goes into the search box is offered what begins as she types; inside one text nothing that stands elsewhere.
const seek = ({ target }) => target.matches?.("[action='/search']:not(:has([name=within])) [name=q]") && import("./suggest.js").then((suggest) => suggest.offer(target));
document.addEventListener("focusin", seek);
seek({ target: document.activeElement ?? document });

// The rest is fetched only when it is wanted: with the first key outside a field, or by the pages that have its element.
let keys;
let press;
document.addEventListener("keydown", (event) => {
  const on = document.body.dataset.keys === "on";
  if (event.target.matches("input, textarea, select, [contenteditable]")) {
    if (on && event.key === "Escape") event.target.blur();
    // From the words, whatever form they are in; from whoever was ticked to go on to the words.
    const from = event.ctrlKey || event.metaKey ? "form.writing, form:has([name=body])" : event.target.type === "checkbox" && "form.choosing";
    const send = event.key === "Enter" && from && event.target.closest(from)?.querySelector("button.main");
    if (send) {
      event.preventDefault();
      send.form.requestSubmit(send);
    }
  } else if (!on) {
    return;
  } else if (press) {
    press(event);
  } else if (event.key === "/" && document.getElementById("q")?.offsetParent && !event.ctrlKey && !event.metaKey && !event.altKey) {
    // At once: the letters behind it belong into the box.
    event.preventDefault();
    document.getElementById("q").focus();
  } else {
    // One promise, so that the first keys come in the order in which they were pressed.
    keys ??= import("./keys.js");
    keys.then((module) => (press = module.press)(event));
  }
});
if (document.querySelector("#replies, form.says")) import("./thread.js");
if (!document.getElementById("live") && document.querySelector("a.bell")) listen();
// Parts that only some pages have are loaded where they are.
if (document.querySelector("form.seen, .told")) import("./keeping.js");
// Parts that only some pages need.
const files = document.querySelector(".files");
if (files) import("./upload.js").then((upload) => upload.begin(files));
const pages = document.querySelector("[data-pdf]");
if (pages) import("./reader.js").then((reader) => reader.begin(pages));
if (document.querySelector("[data-print],[data-copy],[data-compares],[data-arrange],[data-read],[data-names],[data-words],form.tells,form.looks,[data-place]")) import("./parts.js");
if (/[?&](q|marks)=/.test(location.search) && document.querySelector("main .prose")) import("./found.js").then((found) => found.begin());
if (document.querySelector("form.ballot")) import("./polls.js").then((polls) => document.querySelectorAll("form.ballot").forEach(polls.begin));
const finding = document.querySelector("form[data-titles]");
if (finding) import("./titles.js").then((titles) => titles.offerTitles(finding));
const tags = document.querySelector("[data-tags-for]");
if (tags) document.getElementById(tags.dataset.tagsFor)?.addEventListener("focus", () => import("./tags.js").then((module) => module.suggestTags(tags)), { once: true });

// Images are enlarged where the page has room for it; a key that opens another tab still does.
if (document.getElementById("enlarged")) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.picture");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    import("./enlarge.js").then((module) => module.enlarge(link));
  });
}

// Words that wait in this browser are their author's alone: they go to the server before she signs out, and nobody who
// signs in here after her finds them.
const waiting = () => Object.keys(localStorage).filter((name) => name.startsWith("rounds.draft."));
const me = document.body.dataset.me;
const hers = (name) => name.startsWith(`rounds.draft.${me}.`);
if (me) for (const name of waiting()) if (!hers(name)) localStorage.removeItem(name);
// What was sent while its page was left may have arrived by now.
if (me && waiting().length) setTimeout(() => import("./drafts-elsewhere.js").then((drafts) => drafts.settle(me)), 1500);
const out = document.querySelector('form[action="/sign-out"]');
out?.addEventListener("submit", (event) => {
  if (!writing && waiting().length === 0) return;
  event.preventDefault();
  import("./leaving.js").then((leaving) => leaving.leave(out));
});

// Words that were not sent come along to the page in another language.
document.addEventListener("submit", (event) => {
  const { target, submitter } = event;
  if (target.getAttribute("action") !== "/preferences" || !submitter || event.defaultPrevented || !document.querySelector("main form[method=post] :is(textarea, input:not([type=hidden]))")) return;
  event.preventDefault();
  import("./unsent.js").then((unsent) => unsent.take(target, submitter));
});
if (sessionStorage.getItem("rounds.unsent")) import("./unsent.js").then((unsent) => unsent.giveBack());

// What writing needs comes when somebody is about to write: reading a discussion loads none of it.
const writing = document.querySelector("form.writing");
if (writing) {
  const begin = () => import("./compose.js").then((compose) => compose.begin(writing));
  const kept = waiting().length > 0;
  if (kept || !writing.classList.contains("late")) begin();
  else for (const sign of ["focusin", "pointerover", "dragenter"]) writing.addEventListener(sign, begin, { once: true });
}
const quoting = document.querySelector("form[data-quote]");
if (quoting) {
  const offer = () => import("./quote.js").then((quote) => quote.offer(quoting));
  document.addEventListener("selectionchange", () => getSelection().isCollapsed || offer());
  document.addEventListener("rounds:quote", () => offer().then((quotes) => quotes.key()));
}
