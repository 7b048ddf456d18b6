// Keeps what somebody writes: in this browser at once, on the server a moment later. The browser holds only what the
// server has not confirmed; nothing that another device saved is ever overwritten.
const SOON = 1200; // ms after the first unsaved key
const AGAIN = 4000; // ms until the next try without a connection
const FIELDS = ["kind", "title", "tags", "body", "language", "revision", "seen", "poll-question", "poll-options", "poll-kind", "poll-most", "poll-ballots", "poll-results", "poll-ends", "to", "note", "why"];
const MOST_SENT = 20;
const SHELF = "rounds.draft.";
const STALE = 3000; // ms after which a page may be older than what another window did

// Enough to know one's own words again.
function print(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return `${text.length}.${sum}`;
}

export function keep(form) {
  const state = form.querySelector(".draft-state");
  const at = (name) => form.elements[name];
  const key = () => `${SHELF}${state.dataset.me}.${at("draft-place").value}`;
  const windows = new BroadcastChannel("rounds.drafts");
  // After a reload, or the way back, the browser puts its own older values into hidden fields.
  if (state.dataset.of) [at("draft").value, at("draft-revision").value, at("draft-place").value] = state.dataset.of.split(" ");
  // When this window last saw something saved here, and the prints of what it was.
  const memory = () => `rounds.kept.${at("draft-place").value}`;
  const remembered = () => sessionStorage.getItem(memory())?.split(" ").slice(1) ?? [];
  // As the page came from the server: what was typed before this script was there is not saved yet.
  let saved = text(words(given));
  let timer = null;
  let saving = null;
  let restored = false; // what this browser kept is looked at first
  let stopped = false; // while two versions wait for a choice
  let sent = []; // the prints of what went on its way and was not answered: it may have arrived

  function words(value = (field) => field.value) {
    const typed = {};
    for (const name of FIELDS) if (at(name)) typed[name] = value(at(name));
    return typed;
  }
  function given(field) {
    if (field instanceof RadioNodeList) return [...field].find((one) => one.defaultChecked)?.value ?? "";
    if (field instanceof HTMLSelectElement) return ([...field.options].find((one) => one.defaultSelected) ?? field.options[0]).value;
    return field.dataset?.was ?? field.defaultValue;
  }
  // The newest answer that was seen goes along with the words, and is none of them: replies that come make no change.
  function text(typed) {
    return JSON.stringify({ ...typed, seen: undefined });
  }
  function put(fields, areSaved = false) {
    // To whom a note goes is what the page says above it.
    for (const name of FIELDS) if (name in fields && at(name) && name !== "to" && (fields[name] || name !== "seen")) at(name).value = fields[name];
    if (areSaved) saved = text(words());
    at("body").dispatchEvent(new Event("input", { bubbles: true }));
  }
  function standOn(id, revision) {
    at("draft").value = id;
    at("draft-revision").value = revision || "";
    const away = state.querySelector("button");
    if (!away) return;
    away.hidden = !id;
    away.formAction = `/drafts/${id}/delete`;
  }
  function say(words, trouble = false) {
    state.firstElementChild.textContent = words;
    state.classList.toggle("trouble", trouble);
  }
  function typed(event) {
    if (!restored) return;
    if (text(words()) === saved) {
      // Taken back by hand: nothing is left to be kept.
      if (event && !saving) localStorage.removeItem(key());
      return;
    }
    shelve();
    plan(SOON);
  }
  function shelve(parted) {
    localStorage.setItem(key(), JSON.stringify({ words: words(), revision: Number(at("draft-revision").value), sent, parted, at: Date.now() }));
  }
  function plan(delay) {
    if (timer === null && !stopped) timer = setTimeout(() => { timer = null; save(); }, delay);
  }
  function save(last = false) {
    saving ??= send(last).finally(() => { saving = null; });
    return saving;
  }
  async function send(last) {
    clearTimeout(timer);
    timer = null;
    const now = words();
    if (stopped || text(now) === saved) return;
    const body = new URLSearchParams({ ...now, csrf: at("csrf").value, "draft-place": at("draft-place").value, "draft-revision": at("draft-revision").value });
    sent = [...sent.slice(1 - MOST_SENT), print(text(now))];
    // Unless it was cleared meanwhile: whoever signs out leaves no words behind.
    if (localStorage.getItem(key())) shelve();
    let answer;
    try {
      answer = await fetch("/drafts", { method: "POST", body, redirect: "manual", keepalive: last && String(body).length < 60_000 });
    } catch {
      say(state.dataset.here, true);
      return plan(AGAIN);
    }
    if (answer.status === 200) return kept(now, await answer.json());
    if (answer.status === 409 && answer.headers.get("Content-Type")?.includes("json")) {
      const draft = await answer.json();
      const theirs = text(pick(draft.fields));
      if (!sent.includes(print(theirs))) return elsewhere("choose", draft);
      // Nobody else's: it arrived, and the answer was lost.
      standOn(draft.id, draft.revision);
      saved = theirs;
      return plan(0);
    }
    if (answer.status === 404) return elsewhere("lost");
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) say(state.dataset.signIn, true);
    else if (answer.status === 429 || answer.status >= 500) say(state.dataset.here, true);
    else say(state.dataset.refused, true);
    plan(AGAIN);
  }
  function kept(now, draft) {
    const isNew = at("draft").value === "";
    standOn(draft.id, draft.revision);
    saved = text(now);
    sent = [];
    sessionStorage.setItem(memory(), [Date.now(), ...remembered().slice(1 - MOST_SENT), print(saved)].join(" "));
    windows.postMessage(at("draft-place").value);
    box.savedAt(draft);
    if (text(words()) === saved) localStorage.removeItem(key());
    else {
      if (localStorage.getItem(key())) shelve();
      plan(SOON);
    }
    // So that a reload, or the way back, finds the words.
    if (isNew && /(\/discussions|^\/notes)\/new$/.test(location.pathname)) history.replaceState(history.state, "", `?draft=${draft.id}`);
  }
  function pick(fields) {
    const same = words();
    for (const name of Object.keys(same)) if (name in fields) same[name] = fields[name];
    return same;
  }
  // What other windows and devices did, and what this browser kept: fetched where there is something of that.
  async function elsewhere(what, ...more) {
    const other = await import("./drafts-elsewhere.js");
    return other[what](box, ...more);
  }
  const box = {
    form, state, at, key, shelf: `${SHELF}${state.dataset.me}.`, words, given: () => words(given), text, print, pick, put, standOn, say, plan, typed,
    savedAt: (draft) => say(state.dataset.saved.replace("{time}", time(draft.savedAt))),
    remembers: () => remembered().includes(print(text(words()))),
    isIdle: () => !stopped && !saving && text(words()) === saved,
    get saved() { return saved; },
    set saved(now) { saved = now; },
    get sent() { return sent; },
    set sent(prints) { sent = prints; },
    set stopped(now) { stopped = now; },
  };
  function time(instant) {
    return new Date(instant).toLocaleTimeString(document.documentElement.lang === "fr" ? "fr-CA" : "en-CA", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: document.body.dataset.zone });
  }

  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  addEventListener("online", () => save());
  addEventListener("pagehide", () => {
    save(true);
    // Nobody is there any more to hear that it arrived.
    if (sent.length && localStorage.getItem(key())) shelve(navigator.onLine && !state.matches(".trouble"));
  });
  addEventListener("pageshow", (event) => event.persisted && elsewhere("look"));
  document.addEventListener("visibilitychange", () => document.hidden || elsewhere("look"));
  windows.onmessage = ({ data }) => data === at("draft-place").value && elsewhere("look");
  // Signing out waits for it.
  document.addEventListener("rounds:leaving", (event) => event.detail.push(save().then(() => save())));
  const button = form.querySelector("button.keep");
  button.hidden = true;
  // Saved first, so that the draft goes with the post; and not lost where the post does not arrive.
  let sending = false;
  form.addEventListener("submit", async (event) => {
    if (sending || stopped || text(words()) === saved || event.submitter?.formAction?.endsWith("/delete")) return;
    event.preventDefault();
    sending = true;
    const place = at("draft-place").value;
    await Promise.race([save().then(() => save()), new Promise((done) => setTimeout(done, 2000))]);
    // Where it goes elsewhere now, that is read first.
    if (place === at("draft-place").value) form.requestSubmit(event.submitter ?? undefined);
    sending = false;
  });
  // Something of hers is kept here, or the page was asked for before the last save was answered, or a while ago.
  const when = Number(sessionStorage.getItem(memory())?.split(" ")[0]);
  const isLeft = Object.keys(localStorage).some((name) => name.startsWith(box.shelf));
  const isStale = when > performance.timeOrigin || performance.now() > STALE;
  const back = isLeft || isStale || text(words()) !== saved ? elsewhere("restore", isStale) : Promise.resolve();
  return back.catch(() => {}).then(() => {
    restored = true;
    typed();
  });
}
