// Arranges a list without leaving the page: by its buttons, and by dragging. What the server answers takes the list's place.
const arranged = () => document.getElementById("arranged");
let dragged;
// One after the other: keys that are pressed while an answer is on its way are heard in their order, each from where things
// stand then.
let busy = false;
let waiting = [];

const line = (list, item) => list.querySelector(`li[data-item="${CSS.escape(item)}"] > .line`);
const parts = (one) => [...one.querySelectorAll("a, button")];

// Where the keyboard is in the list, to be found again in the next: on which part of which line.
function place(element) {
  const one = element?.closest("#arranged li[data-item] > .line");
  return one && { item: one.parentElement.dataset.item, part: parts(one).indexOf(element) };
}

function at(list, { item, part }) {
  const one = line(list, item);
  return one && parts(one)[part];
}

// The order is the server's: where it cannot be reached, the browser goes there itself and says so.
async function send(form, button, fields) {
  busy = true;
  const where = button?.getAttribute("formaction") ?? form.getAttribute("action");
  const pressed = button ? place(button) : null;
  let answer;
  try {
    answer = await fetch(where, { method: "POST", body: new URLSearchParams(fields), headers: { Accept: "text/html" } });
  } catch {
    goThere(form, where, fields);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("arranged");
  if (!fresh) {
    location.assign(answer.url);
    return;
  }
  const on = document.activeElement;
  const here = place(on);
  const left = on !== document.body && !arranged().contains(on);
  arranged().replaceWith(fresh);
  begin();
  busy = false;
  // Whoever has gone on meanwhile stays where she is.
  const stayed = !here || (pressed && here.item === pressed.item && here.part === pressed.part);
  if (!left) ((!stayed && at(fresh, here)) || fresh.querySelector("[autofocus]") || document.getElementById("f-find"))?.focus();
  const said = fresh.querySelector(".said") ?? page.querySelector("#notice [role=status]");
  // It is told below, once: the same words in the list are for those who look.
  fresh.querySelector(".said")?.removeAttribute("role");
  document.getElementById("say").textContent = said?.textContent.trim().replace(/\s+/g, " ") ?? "";
  goOn(fresh);
}

// At the ends of the list there is nowhere to go.
const ends = (button) => button?.getAttribute("aria-disabled") === "true";

function goOn(list) {
  while (waiting.length && !busy) {
    const button = at(list, waiting.shift());
    if (button?.form && !ends(button)) button.form.requestSubmit(button);
  }
}

// What a button says is sent along by the browser only where it is pressed.
function goThere(form, where, fields) {
  for (const name of ["to", "beside"]) {
    if (!fields.has(name)) continue;
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value: fields.get(name) });
    form.append(field);
  }
  form.action = where;
  form.submit();
}

function over(event) {
  const item = event.target.closest("li[data-item]");
  // Only among those that lie beside it.
  if (!dragged || !item || item === dragged || item.parentElement !== dragged.parentElement) return null;
  const box = item.getBoundingClientRect();
  return { item, to: event.clientY < box.top + box.height / 2 ? "before" : "after" };
}

function unmark() {
  for (const item of document.querySelectorAll(".over-before, .over-after")) item.classList.remove("over-before", "over-after");
}

export function begin() {
  for (const item of arranged().querySelectorAll("[data-arrange] > li")) item.draggable = true;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("#arranged [data-arrange]")) return;
  event.preventDefault();
  if (busy) {
    const pressed = place(event.submitter);
    if (pressed) waiting.push(pressed);
    return;
  }
  if (ends(event.submitter)) return;
  const fields = new FormData(form);
  if (event.submitter?.name) fields.set(event.submitter.name, event.submitter.value);
  send(form, event.submitter, fields);
});
document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("li[data-item]");
  if (!dragged) return;
  dragged.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.item);
});
document.addEventListener("dragover", (event) => {
  const target = over(event);
  unmark();
  if (!target) return;
  event.preventDefault();
  target.item.classList.add("over-" + target.to);
});
document.addEventListener("drop", (event) => {
  const target = over(event);
  if (!target) return;
  event.preventDefault();
  if (busy) return;
  const form = dragged.querySelector("form");
  const fields = new FormData(form);
  fields.set("to", target.to);
  fields.set("beside", target.item.dataset.item);
  send(form, null, fields);
});
document.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  dragged = null;
  unmark();
});
