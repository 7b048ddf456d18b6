// Keeps what somebody writes: in this browser at once, on the server a moment later. The browser holds only what the
// server has not confirmed; nothing that another device saved is ever overwritten.
const SOON = 1200; // ms after the first unsaved key
const AGAIN = 4000; // ms until the next try without a connection
const FIELDS = ["kind", "title", "tags", "body", "language", "revision", "seen", "poll-question", "poll-options", "poll-kind", "poll-most", "poll-ballots", "poll-results", "poll-ends"];
const MOST_SENT = 20;
const SHELF = "rounds.draft.";
const OLD = 180 * 24 * 60 * 60 * 1000;

// Enough to know one's own words again.
function print(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return `${text.length}.${sum}`;
}

export function keep(form) {
  const state = form.querySelector(".draft-state");
  const other = form.parentElement.querySelector(".other-version");
  const at = (name) => form.elements[name];
  const key = () => `${SHELF}${state.dataset.me}.${at("draft-place").value}`;
  // As the page came from the server: what was typed before this script was there is not saved yet.
  let saved = text(words(given));
  let timer = null;
  let saving = null;
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
    return field.defaultValue;
  }
  function text(typed) {
    return JSON.stringify(typed);
  }
  function put(typed) {
    for (const name of FIELDS) if (name in typed && at(name)) at(name).value = typed[name];
    at("body").dispatchEvent(new Event("input", { bubbles: true }));
  }
  function say(words, trouble = false) {
    state.firstElementChild.textContent = words;
    state.classList.toggle("trouble", trouble);
  }
  function typed() {
    if (text(words()) === saved) return;
    shelve();
    plan(SOON);
  }
  function shelve() {
    localStorage.setItem(key(), JSON.stringify({ words: words(), revision: Number(at("draft-revision").value), sent, at: Date.now() }));
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
      if (!sent.includes(print(theirs))) return choose(draft);
      // Nobody else's: it arrived, and the answer was lost.
      at("draft").value = draft.id;
      at("draft-revision").value = draft.revision;
      saved = theirs;
      return plan(0);
    }
    if (answer.status === 404 && at("draft-revision").value > 0) {
      // Posted or thrown away elsewhere; these words are newer than that.
      at("draft").value = "";
      at("draft-revision").value = "";
      return plan(0);
    }
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) say(state.dataset.signIn, true);
    else if (answer.status === 429 || answer.status >= 500) say(state.dataset.here, true);
    else say(state.dataset.refused, true);
    plan(AGAIN);
  }
  function kept(now, draft) {
    const isNew = at("draft").value === "";
    at("draft").value = draft.id;
    at("draft-revision").value = draft.revision;
    saved = text(now);
    sent = [];
    say(state.dataset.saved.replace("{time}", time(draft.savedAt)));
    if (text(words()) === saved) localStorage.removeItem(key());
    else plan(SOON);
    // So that a reload, or the way back, finds the words.
    if (isNew && location.pathname.endsWith("/discussions/new")) history.replaceState(history.state, "", `?draft=${draft.id}`);
  }
  function choose(draft) {
    stopped = true;
    say(state.dataset.two, true);
    const theirs = draft.fields;
    const title = theirs.title && at("title") ? `${theirs.title}\n\n` : "";
    other.querySelector(".other-words").textContent = title + theirs.body;
    other.querySelector(".by-script").hidden = false;
    other.hidden = false;
    other.querySelector(".by-script").onclick = (event) => {
      const choice = event.target.closest("button")?.value;
      if (!choice) return;
      if (choice === "theirs") put(theirs);
      if (choice === "both") put({ body: `${at("body").value}\n\n---\n\n${theirs.body}` });
      if (draft.id) at("draft").value = draft.id;
      at("draft-revision").value = draft.revision;
      other.hidden = true;
      stopped = false;
      say("");
      saved = text(pick(theirs));
      at("body").focus();
      typed();
      if (text(words()) === saved) localStorage.removeItem(key());
    };
    other.scrollIntoView({ block: "nearest" });
  }
  function pick(fields) {
    const same = words();
    for (const name of Object.keys(same)) if (name in fields) same[name] = fields[name];
    return same;
  }

  // What this browser kept and the server has not: after a crash, or a long way without a connection.
  function restore() {
    const mine = read(key());
    if (mine) return back(mine);
    const anew = at("draft-place").value.match(/^new\.\w+\./)?.[0];
    if (!anew || at("draft").value || at("body").value || at("title").value) return;
    const shelf = `${SHELF}${state.dataset.me}.`;
    const left = Object.keys(localStorage).filter((name) => name.startsWith(shelf + anew)).map((name) => [name, read(name)])
      .filter(([, copy]) => copy).sort(([, one], [, two]) => two.at - one.at)[0];
    if (!left) return;
    at("draft-place").value = left[0].slice(shelf.length);
    at("draft-revision").value = left[1].revision || "";
    back(left[1]);
  }
  function back(copy) {
    if (text(pick(copy.words)) === text(words())) return localStorage.removeItem(key());
    const now = Number(at("draft-revision").value);
    sent = copy.sent ?? [];
    if (copy.revision === now || at("body").value === "" || sent.includes(print(text(words())))) {
      put(copy.words);
      say(state.dataset.restored);
      return plan(0);
    }
    // The server's version is newer than what these words went on from: both are offered. They still stand on the
    // older revision, or the next reload would take them for a change of the newer one.
    const theirs = words();
    at("draft-revision").value = copy.revision || "";
    put(copy.words);
    choose({ id: at("draft").value, revision: now, fields: theirs });
  }
  function read(name) {
    try {
      const copy = JSON.parse(localStorage.getItem(name));
      if (copy && Date.now() - copy.at < OLD) return copy;
    } catch {
      // Not ours, or damaged.
    }
    localStorage.removeItem(name);
    return null;
  }
  function time(instant) {
    return new Date(instant).toLocaleTimeString(document.documentElement.lang === "fr" ? "fr-CA" : "en-CA", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: document.body.dataset.zone });
  }

  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  addEventListener("online", () => save());
  addEventListener("pagehide", () => save(true));
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
    await Promise.race([save().then(() => save()), new Promise((done) => setTimeout(done, 2000))]);
    form.requestSubmit(event.submitter ?? undefined);
    sending = false;
  });
  restore();
  typed();
}
