// A page that a search opened shows where the words stand that were asked for, says how many places there are, and leads
// from one to the next. Which words those are the server tells, by the rules of the search; the text stays as it is.
import { styled } from "./sheet.js";

const TEXTS = "main h1, main .prose, main .as-written, main .lede";
const NEVER = "form, template, dialog, .reader, [hidden], .sr";
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, blockquote, pre, figcaption, summary, div, article";
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,'’‐‑-][\p{L}\p{M}\p{N}]+)*/gu;
const BETWEEN = /^[\s\p{Pd}‐‑]+$/u; // what joins two words to one place
const paints = "highlights" in CSS && "Highlight" in window;

const asked = new URLSearchParams(location.search);
const typed = asked.get("marks") ?? asked.get("q") ?? "";
const texts = () => [...document.querySelectorAll(TEXTS)].filter((text) => !text.closest(NEVER));

let says;
let wanted; // what matches the words
let places = [];
let now = -1;
let stepped = false;
let bar;
let line; // where it is said how many there are, and which is shown

export async function begin() {
  // A document that is read page by page does so itself.
  if (!typed.trim() || (!asked.has("marks") && document.querySelector(".reader"))) return;
  const csrf = document.querySelector("[name=csrf]")?.value;
  const fields = new URLSearchParams({ csrf, q: typed, aloud: document.documentElement.lang });
  for (const [lang, words] of spoken()) {
    fields.append("lang", lang);
    fields.append("words", [...words].join("\n"));
  }
  const [answer] = await Promise.all([fetch("/search/marks", { method: "POST", body: fields, headers: { Accept: "application/json" } }), styled("./found.css")]);
  if (!answer.ok) return;
  const { words, says: sentences } = await answer.json();
  says = sentences;
  wanted = words.length ? new RegExp(words.sort((one, other) => other.length - one.length).map(whole).join("|"), "giu") : null;
  build();
  look();
  land();
  document.getElementById("say").textContent = counted();
  for (const changed of ["rounds:words", "rounds:shown"]) document.addEventListener(changed, look);
  document.addEventListener("rounds:place", ({ detail }) => go(detail));
}

// Where words are written without blanks, one stands within others.
const UNPARTED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const whole = (word) => (UNPARTED.test(word) ? escaped(word) : `(?<![\\p{L}\\p{M}\\p{N}])${escaped(word)}(?![\\p{L}\\p{M}\\p{N}])`);
const escaped = (word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

// Each word of the page once, by the language it is written in.
function spoken() {
  const all = new Map();
  for (const text of texts()) {
    for (const { node } of pieces(text).nodes) {
      const lang = node.parentElement.closest("[lang]").lang;
      if (!all.has(lang)) all.set(lang, new Set());
      for (const [word] of node.data.matchAll(WORD)) all.get(lang).add(word.toLowerCase());
    }
  }
  return all;
}

// The text of an element in one piece, and where its nodes stand in it. What stands in two paragraphs is no word.
function pieces(text) {
  const nodes = [];
  let all = "";
  let block;
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) => (node.parentElement.closest(NEVER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const its = node.parentElement.closest(BLOCKS);
    if (block && its !== block) all += "\n";
    block = its;
    nodes.push({ node, from: all.length });
    all += node.data;
  }
  return { nodes, all };
}

function found(text) {
  const { nodes, all } = pieces(text);
  const hits = [];
  for (const { 0: word, index } of all.matchAll(wanted)) {
    const last = hits.at(-1);
    const between = last && all.slice(last[1], index);
    if (last && BETWEEN.test(between) && !between.includes("\n")) last[1] = index + word.length;
    else hits.push([index, index + word.length]);
  }
  const at = (place, end) => nodes.findLast(({ from }) => (end ? from < place : from <= place));
  return hits.map(([start, end]) => {
    const [first, last] = [at(start, false), at(end, true)];
    const range = document.createRange();
    range.setStart(first.node, start - first.from);
    range.setEnd(last.node, end - last.from);
    return range;
  });
}

// The places as the page is now: what is folded away is none.
function look() {
  if (!bar) return;
  const before = places[now]?.getBoundingClientRect().top;
  clear();
  const all = wanted ? texts().filter((text, at, others) => !others.some((other) => other !== text && other.contains(text))).flatMap(found) : [];
  places = all.filter((range) => range.getClientRects().length);
  places.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
  if (before !== undefined) now = places.findIndex((range) => Math.abs(range.getBoundingClientRect().top - before) < 2);
  paint();
  tell();
}

// Where a browser cannot, what one steps to is selected.
function paint() {
  const current = now < 0 ? [] : [places[now]];
  if (paints) {
    CSS.highlights.set("found", new Highlight(...places));
    CSS.highlights.set("found-now", Object.assign(new Highlight(...current), { priority: 1 }));
  } else if (stepped) {
    getSelection().removeAllRanges();
    current.forEach((range) => getSelection().addRange(range));
  }
}

function clear() {
  if (paints) for (const name of ["found", "found-now"]) CSS.highlights.delete(name);
}

function build() {
  bar = document.createElement("nav");
  bar.className = "found-bar";
  bar.setAttribute("aria-label", says.label);
  line = document.createElement("p");
  line.setAttribute("role", "status");
  bar.append(line);
  if (wanted) bar.append(button("prev", says.previous, () => go(-1)), button("next", says.next, () => go(1)));
  const from = document.referrer && new URL(document.referrer);
  if (from && from.origin === location.origin && from.pathname === "/search") bar.append(Object.assign(document.createElement("a"), { href: from.href, textContent: says.results }));
  bar.append(button("close", says.stop, stop));
  document.querySelector("main").prepend(bar);
}

function button(sign, name, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", title: name });
  made.setAttribute("aria-label", name);
  const icon = document.querySelector("main svg.icon, svg.icon").cloneNode(true);
  const use = icon.querySelector("use");
  use.setAttribute("href", use.getAttribute("href").replace(/#.*$/, `#${sign}`));
  made.append(icon);
  made.addEventListener("click", act);
  return made;
}

const counted = () => (places.length === 0 ? says.none : places.length === 1 ? says.one : says.other.replace("{n}", places.length));

function tell() {
  const q = Object.assign(document.createElement("q"), { textContent: typed });
  line.replaceChildren(...(stepped && now >= 0 ? [says.now.replace("{n}", now + 1).replace("{m}", places.length)] : [counted(), " ", q]));
  for (const step of bar.querySelectorAll("button:not(:last-of-type)")) step.hidden = places.length === 0;
}

// Where the address leads: to the first place behind it, unless that can be seen already.
function land() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const first = places.findIndex((range) => target && target.contains(range.startContainer));
  now = first < 0 ? (target ? -1 : places.length ? 0 : -1) : first;
  paint();
  if (now >= 0 && !seen(places[now])) show();
}

function seen(range) {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= bar.offsetHeight && bottom <= innerHeight - 64;
}

const show = () => scrollBy({ top: places[now].getBoundingClientRect().top - innerHeight / 3 });

function go(by) {
  if (!places.length) return;
  stepped = true;
  now = now < 0 && by < 0 ? places.length - 1 : (now + by + places.length) % places.length;
  paint();
  show();
  tell();
}

function stop() {
  clear();
  bar.remove();
  bar = undefined;
  const address = new URL(location.href);
  for (const name of ["marks", "q"]) address.searchParams.delete(name);
  history.replaceState(history.state, "", address);
  const title = document.querySelector("main h1");
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}
