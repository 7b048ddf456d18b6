// Arranges a list without leaving the page: by its buttons, and by dragging. What the server answers takes the list's place.
const arranged = () => document.getElementById("arranged");
let dragged;
// One after the other: a key that is pressed twice quickly moves twice, each time from where things stand then.
let busy = false;
let next;

// The order is the server's: where it cannot be reached, the browser goes there itself and says so.
async function send(form, button, fields) {
  busy = true;
  const where = button?.getAttribute("formaction") ?? form.getAttribute("action");
  let answer;
  try {
    answer = await fetch(where, { method: "POST", body: new URLSearchParams(fields), headers: { Accept: "text/html" } });
  } catch {
    form.submit();
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("arranged");
  if (!fresh) {
    location.assign(answer.url);
    return;
  }
  arranged().replaceWith(fresh);
  begin();
  busy = false;
  const focused = fresh.querySelector("[autofocus]");
  focused?.focus();
  const said = fresh.querySelector(".said") ?? page.querySelector("#notice [role=status]");
  // It is told below, once: the same words in the list are for those who look.
  fresh.querySelector(".said")?.removeAttribute("role");
  document.getElementById("say").textContent = said?.textContent.trim().replace(/\s+/g, " ") ?? "";
  const [item, to] = next ?? [];
  next = undefined;
  const again = item && fresh.querySelector(`li[data-item="${CSS.escape(item)}"] > .line button[value="${CSS.escape(to)}"]`);
  if (again) again.form.requestSubmit(again);
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
  // At the ends of the list there is nowhere to go.
  if (event.submitter?.getAttribute("aria-disabled") === "true") return;
  if (busy) {
    if (event.submitter?.name === "to") next = [new FormData(form).get("item"), event.submitter.value];
    return;
  }
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
