// Before somebody signs out, what only this browser has goes to the server; afterwards the browser keeps none of it.
const SHELF = "rounds.draft.";

export async function leave(form) {
  const button = form.querySelector("button");
  button.disabled = true;
  // A page that is being written on saves what it has first, at its own revision.
  const saving = [];
  document.dispatchEvent(new CustomEvent("rounds:leaving", { detail: saving }));
  await Promise.race([Promise.allSettled(saving), new Promise((done) => setTimeout(done, 4000))]);
  const shelf = `${SHELF}${document.body.dataset.me}.`;
  const kept = await Promise.all(names(shelf).map((name) => send(name, name.slice(shelf.length), form)));
  button.disabled = false;
  if (kept.includes(false) && !confirm(form.dataset.unsaved)) return;
  for (const name of names(SHELF)) localStorage.removeItem(name);
  form.submit();
}

function names(shelf) {
  return Object.keys(localStorage).filter((name) => name.startsWith(shelf));
}

// Whether the server has these words now.
async function send(name, place, form) {
  try {
    const copy = JSON.parse(localStorage.getItem(name));
    let answer = await post(copy, place, copy.revision || "", form);
    // Posted or thrown away elsewhere; these words are newer than that.
    if (answer.status === 404 && copy.revision) answer = await post(copy, place, "", form);
    if (answer.status === 409) return (await answer.json()).fields?.body === copy.words.body;
    if (answer.status === 200) localStorage.removeItem(name);
    return answer.status === 200;
  } catch {
    return false;
  }
}

function post(copy, place, revision, form) {
  const body = new URLSearchParams({ ...copy.words, csrf: form.elements.csrf.value, "draft-place": place, "draft-revision": revision });
  return fetch("/drafts", { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(4000) });
}
