// What stands in a box and what stands elsewhere: on the server by another window or device, or in this browser since a
// crash. Nothing that another device saved is overwritten, and what was thrown away stays away.
const OLD = 180 * 24 * 60 * 60 * 1000;
const WORDS = ["title", "tags", "body", "poll-question", "poll-options"];

// What there is now in this place, or where that moved: null for nothing, undefined where that cannot be told.
async function ask(place) {
  const answer = await fetch(`/drafts/at?${new URLSearchParams({ place, language: document.documentElement.lang })}`).catch(() => null);
  return answer?.status === 200 ? answer.json() : answer?.status === 204 ? null : undefined;
}

// Another window may have gone on, posted, or thrown away what stands here: a box in which nothing is unsaved shows it.
export async function look(box) {
  const { at } = box;
  const draft = box.isIdle() ? await ask(at("draft-place").value) : undefined;
  if (draft === undefined || !box.isIdle()) return;
  if (draft?.moved) return follow(box, draft);
  if (draft === null) {
    if (at("draft-revision").value > 0) gone(box);
  } else if (draft.id !== at("draft").value || draft.revision !== Number(at("draft-revision").value)) take(box, draft);
}

function take(box, draft) {
  box.standOn(draft.id, draft.revision);
  box.put(draft.fields, true);
  box.savedAt(draft);
}

// What is typed cannot be saved here, or no longer: its place moved, or the draft is gone, or it never could.
export async function lost(box) {
  const { at, state } = box;
  const draft = await ask(at("draft-place").value);
  if (draft?.moved) return follow(box, draft);
  if (draft) return choose(box, draft);
  if (draft === null && at("draft-revision").value > 0) return gone(box);
  box.say(draft === null ? state.dataset.refused : state.dataset.here, true);
  box.plan(4000);
}

// What is answered here stands in another discussion now: the box goes along with all that is in it.
function follow(box, draft) {
  const { at, form, text, words } = box;
  const { moved } = draft;
  if (!moved.place.startsWith("answer.")) return edit(box, draft);
  const copy = localStorage.getItem(box.key());
  localStorage.removeItem(box.key());
  at("draft-place").value = moved.place;
  if (copy) localStorage.setItem(box.key(), copy);
  form.setAttribute("action", moved.action);
  const answers = at("answers") ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "answers" }));
  answers.value = moved.answers;
  // Of the numbers there she has seen none.
  if (at("seen")) at("seen").value = "";
  tell(box, moved);
  if (!draft.id) {
    if (at("draft-revision").value > 0) return gone(box);
    return box.plan(0);
  }
  const theirs = text(box.pick(draft.fields));
  if (theirs === box.saved || box.sent.includes(box.print(theirs))) {
    box.standOn(draft.id, draft.revision);
    box.saved = theirs;
    box.say("");
    box.plan(0);
  } else if (text(words()) === box.saved) take(box, draft);
  else choose(box, draft);
}

// What is edited here opens a discussion now, or opens none any more: on with the words on the page for that.
function edit(box, { moved, id, revision, fields }) {
  const { at, text, words } = box;
  localStorage.removeItem(box.key());
  box.stopped = true;
  if (text(words()) !== box.saved) {
    const goesOn = !id || fields.body === JSON.parse(box.saved).body;
    const copy = { words: { body: at("body").value, language: at("language").value }, revision: goesOn ? revision : 0, sent: [], at: Date.now() };
    localStorage.setItem(box.shelf + moved.place, JSON.stringify(copy));
  }
  location.replace(moved.action);
}

// Above the box, where it stays while the line below tells of saving.
function tell({ form }, moved) {
  const told = form.querySelector(".led") ?? Object.assign(document.createElement("div"), { className: "say warn led" });
  told.setAttribute("role", "alert");
  const says = document.createElement("p");
  says.append(`${moved.says} `, Object.assign(document.createElement("a"), { href: moved.path, textContent: moved.title }));
  const icon = form.parentElement.querySelector(".other-version > svg");
  told.replaceChildren(...(icon ? [icon.cloneNode(true)] : []), says);
  form.querySelector(".compose").before(told);
}

// Posted or thrown away elsewhere, and it stays so: only what was typed since makes a new draft.
export function gone(box) {
  const { at, text, words } = box;
  const isEdit = /^(post|discussion)/.test(at("draft-place").value);
  const was = JSON.parse(box.saved);
  const isSame = text(words()) === box.saved;
  box.standOn("", "");
  localStorage.removeItem(box.key());
  if (isEdit && isSame) return location.replace(location.pathname + location.search);
  const rest = {};
  for (const name of isEdit ? [] : WORDS) {
    const now = at(name)?.value;
    if (was[name] && now.startsWith(was[name])) rest[name] = now.slice(was[name].length).trimStart();
  }
  box.saved = text({ ...words(), ...Object.fromEntries(WORDS.filter((name) => at(name)).map((name) => [name, ""])) });
  box.put(rest);
  box.say(box.state.dataset.gone);
}

// Two versions: hers here, and what was saved elsewhere; or what this browser kept of a draft that is gone.
export function choose(box, draft) {
  const { at, state, text, words } = box;
  const other = box.form.parentElement.querySelector(".other-version");
  box.stopped = !draft.left;
  box.say(draft.left ? "" : state.dataset.two, !draft.left);
  if (draft.left) {
    other.querySelector("strong").textContent = other.dataset.left;
    other.querySelector("p").textContent = other.dataset.leftWhat;
  }
  const theirs = draft.fields;
  const title = theirs.title && at("title") ? `${theirs.title}\n\n` : "";
  other.querySelector(".other-words").textContent = title + theirs.body;
  other.querySelector(".by-script").hidden = false;
  other.hidden = false;
  other.querySelector(".by-script").onclick = (event) => {
    const choice = event.target.closest("button")?.value;
    if (!choice) return;
    if (choice === "theirs") box.put(theirs);
    if (choice === "both") box.put({ body: `${at("body").value}\n\n---\n\n${theirs.body}` });
    if (!draft.left) {
      box.standOn(draft.id || at("draft").value, draft.revision);
      box.saved = text(box.pick(theirs));
    }
    other.hidden = true;
    box.stopped = false;
    box.say("");
    at("body").focus();
    box.typed();
    if (text(words()) === box.saved) localStorage.removeItem(box.key());
  };
  other.scrollIntoView({ block: "nearest" });
}

// What this browser kept and the server has not: after a crash, or a long way without a connection.
export async function restore(box, isStale) {
  const { text, words } = box;
  const copy = read(box.key()) ?? adopt(box) ?? (await led(box));
  if (copy) return back(box, copy);
  // Put back by the browser, as they were saved once: the page may have newer ones.
  if (text(words()) !== box.saved && box.remembers()) box.put(box.given(), true);
  if (isStale) await look(box);
}

// A new discussion that was begun and never saved goes on in the next box for one; a note in the next to the same people.
function adopt({ at, shelf }) {
  const anew = at("draft-place").value.match(/^(new\.\w+|note)\./)?.[0];
  if (!anew || at("draft").value || at("body").value || at("title").value) return null;
  const left = Object.keys(localStorage).filter((name) => name.startsWith(shelf + anew)).map((name) => [name, read(name)])
    .filter(([, copy]) => copy && copy.words.to === at("to")?.value).sort(([, one], [, two]) => two.at - one.at)[0];
  if (!left) return null;
  at("draft-place").value = left[0].slice(shelf.length);
  return left[1];
}

// An answer that was begun where its discussion stood before goes on where it stands now.
async function led({ at, shelf, key }) {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(`${shelf}answer.`) && one !== key())) {
    const now = await ask(name.slice(shelf.length));
    if (now?.moved?.place !== at("draft-place").value) continue;
    const copy = read(name);
    localStorage.removeItem(name);
    if (copy) localStorage.setItem(key(), JSON.stringify(copy));
    return copy;
  }
  return null;
}

// What was sent while its page was left, and nobody heard that it arrived: it does not wait here any more.
export async function settle(me) {
  const shelf = `rounds.draft.${me}.`;
  const own = document.querySelector("[name=draft-place]")?.value;
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(shelf) && one !== shelf + own)) {
    const was = localStorage.getItem(name);
    const copy = read(name);
    const draft = copy?.parted ? await ask(name.slice(shelf.length)) : null;
    if (!draft?.id || localStorage.getItem(name) !== was) continue;
    if (Object.entries(copy.words).every(([field, value]) => field === "seen" || (draft.fields[field] ?? "") === value)) localStorage.removeItem(name);
  }
}

async function back(box, copy) {
  const { at, text, words } = box;
  box.sent = copy.sent ?? [];
  if ((copy.revision || copy.parted) && !at("draft-revision").value) {
    const draft = await ask(at("draft-place").value);
    if (draft?.id && !draft.moved) take(box, draft);
    else if (draft === null) {
      // Thrown away or posted: what was typed last on this device comes back only if she says so.
      const isBlank = !WORDS.some((name) => copy.words[name]?.trim());
      return isBlank ? localStorage.removeItem(box.key()) : choose(box, { fields: copy.words, left: true });
    } else box.standOn("", copy.revision);
  }
  // Put back by the browser: what came from the server is what they are compared with.
  const kept = text(box.pick(copy.words));
  if (kept === text(words()) && kept !== box.saved) box.put(box.given(), true);
  if (kept === text(words())) return localStorage.removeItem(box.key());
  const now = Number(at("draft-revision").value);
  if (copy.revision === now || at("body").value === "" || box.sent.includes(box.print(text(words())))) {
    box.put(copy.words);
    box.say(box.state.dataset.restored);
    return box.plan(0);
  }
  // The server's version is newer than what these words went on from: both are offered. They still stand on the
  // older revision, or the next reload would take them for a change of the newer one.
  const theirs = words();
  at("draft-revision").value = copy.revision || "";
  box.put(copy.words);
  choose(box, { id: at("draft").value, revision: now, fields: theirs });
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
