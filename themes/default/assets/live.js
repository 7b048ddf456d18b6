// A discussion that stays open: what others write appears without moving what is being read.
import { ring } from "./bell.js";

const say = document.getElementById("live");
const thread = () => document.querySelector(".thread");
const words = say?.dataset ?? {};
const readers = document.getElementById("readers");
const flat = thread()?.classList.contains("flat");

let newest = Number(words.newest);
let closed = words.closed === "true";
let elsewhere = 0;
let fetching = false;
let waiting = null;
let source = null;

function open() {
  if (!say || source || document.hidden) return;
  source = new EventSource(`/live?d=${words.discussion}&lang=${document.documentElement.lang}`);
  source.addEventListener("bell", (event) => ring(JSON.parse(event.data)));
  source.addEventListener("beat", (event) => take(JSON.parse(event.data)));
  // The browser comes back by itself after a broken line; a refusal is final, and reloading still works.
  source.addEventListener("error", () => {
    if (source?.readyState === EventSource.CLOSED) source = null;
  });
}

function close() {
  source?.close();
  source = null;
}

// A window nobody looks at listens no longer; seen again, it is told at once how things stand.
let closing = 0;
document.addEventListener("visibilitychange", () => {
  clearTimeout(closing);
  if (document.hidden) closing = setTimeout(close, 20_000);
  else open();
});
window.addEventListener("pagehide", close);
window.addEventListener("pageshow", open);

async function take(beat) {
  readers.hidden = beat.readers < 2;
  readers.textContent = words.reading.replace("%n", beat.readers);
  if (beat.closed !== closed) {
    closed = beat.closed;
    show(closed ? words.nowClosed : words.nowOpen, words.changed);
  } else if (String(beat.revision) !== words.revision) {
    words.revision = beat.revision;
    show("", words.changed);
  }
  if (fetching) {
    waiting = merge(waiting, beat);
    return;
  }
  if (beat.newest > newest || beat.changed.length) {
    fetching = true;
    try {
      await fetchNews(beat);
    } finally {
      fetching = false;
      const next = waiting;
      waiting = null;
      if (next) take(next);
    }
  }
}

function merge(earlier, later) {
  return earlier ? { ...later, changed: [...new Set([...earlier.changed, ...later.changed])] } : later;
}

async function fetchNews(beat) {
  const answer = await fetch(`/d/${words.discussion}/news?after=${newest}&again=${beat.changed.filter((n) => n <= newest)}`);
  if (!answer.ok) return;
  const pieces = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("article");
  keepPlace(() => pieces.forEach(put));
  newest = Math.max(newest, beat.newest);
}

// Whatever is added above, the line that is being read stays where it is.
function keepPlace(change) {
  const root = document.documentElement;
  root.style.overflowAnchor = "none";
  const anchor = [...document.querySelectorAll("article.post")].find((post) => post.getBoundingClientRect().bottom > 0);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (anchor?.isConnected && anchor.getBoundingClientRect().bottom > 0) {
    scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
  }
  requestAnimationFrame(() => (root.style.overflowAnchor = ""));
}

function put(piece) {
  const shown = document.getElementById(piece.id);
  if (shown) {
    if (shown.dataset.busy) {
      // Who has begun to vote keeps what she chose; the counts beside it are the new ones.
      const [was, is] = [shown, piece].map((post) => post.querySelector(".poll .result"));
      if (was && is) was.replaceWith(is);
      return;
    }
    // Not under somebody's hands.
    if (!shown.contains(document.activeElement) && !isSelected(shown)) {
      shown.replaceWith(piece);
      if (piece.querySelector("form.ballot")) import("./polls.js").then((polls) => piece.querySelectorAll("form.ballot").forEach(polls.begin));
    }
    return;
  }
  const place = placeOf(piece);
  if (!place) {
    elsewhere += 1;
    show("", (elsewhere === 1 ? words.one : words.other).replace("%n", elsewhere), `?at=${piece.id.slice(1)}#${piece.id}`);
    return;
  }
  piece.classList.add("fresh");
  place(piece);
  announce(piece);
}

function isSelected(post) {
  const selection = getSelection();
  return !selection.isCollapsed && selection.containsNode(post, true);
}

// By time, the newest stand last. In the tree, an answer stands below the answers that its post has already. One that
// belongs to another page has no place on this one.
function placeOf(piece) {
  const list = thread();
  if (!list) {
    const first = document.createElement("div");
    first.className = "thread";
    return words.last === "true"
      ? (post) => {
          document.querySelector("#replies > .empty")?.replaceWith(first);
          first.append(post);
        }
      : null;
  }
  if (flat || piece.dataset.parent === "1") return words.last === "true" ? (post) => list.append(post) : null;
  let last = document.getElementById(`p${piece.dataset.parent}`);
  if (!last) return null;
  const depth = Number(last.dataset.depth);
  while (last.nextElementSibling && Number(last.nextElementSibling.dataset.depth) > depth) last = last.nextElementSibling;
  return (post) => last.after(post);
}

function announce(piece) {
  const heading = piece.querySelector(".sr");
  const region = document.getElementById("say");
  if (region && heading) region.textContent = heading.textContent;
}

function show(sentence, link, to = "") {
  say.querySelector("span").textContent = sentence;
  const anchor = say.querySelector("a");
  anchor.textContent = link;
  anchor.href = words.path + to;
  say.hidden = false;
}

open();
