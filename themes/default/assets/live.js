// A discussion that stays open: what others write appears without moving what is being read.
import { ring } from "./bell.js";

const say = document.getElementById("live");
const words = say?.dataset ?? {};
const readers = document.getElementById("readers");

let newest = Number(words.newest);
let closed = words.closed === "true";
let fetching = false;
let waiting = null;
let source = null;
let missed = false; // what happened while nobody looked is not told again

// Fetched when there is something to show: most pages are left before.
const news = () => import("./news.js");

function open() {
  if (!say || source || document.hidden) return;
  source = new EventSource(`/live?d=${words.discussion}&lang=${document.documentElement.lang}`);
  source.addEventListener("bell", (event) => ring(JSON.parse(event.data)));
  source.addEventListener("beat", (event) => {
    const beat = JSON.parse(event.data);
    // Polls may have ended.
    if (missed) document.querySelectorAll("article:has(form.ballot)").forEach((post) => beat.changed.push(Number(post.id.slice(1))));
    missed = false;
    take(beat);
  });
  // The browser comes back by itself after a broken line; a refusal is final, and reloading still works.
  source.addEventListener("error", () => {
    if (source?.readyState === EventSource.CLOSED) source = null;
  });
}

function close() {
  source?.close();
  source = null;
  missed = true;
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
    (await news()).show(closed ? words.nowClosed : words.nowOpen, words.changed);
  } else if (String(beat.revision) !== words.revision) {
    words.revision = beat.revision;
    (await news()).show("", words.changed);
  }
  if (fetching) {
    waiting = merge(waiting, beat);
    return;
  }
  if (beat.newest > newest || beat.changed.length) {
    fetching = true;
    try {
      newest = await (await news()).bring(beat, newest);
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

open();
