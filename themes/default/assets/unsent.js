// What stands in the forms of a page and was not sent comes along when the page is asked for in another language. What is
// kept while it is typed is left alone: it comes back by itself.
const SHELF = "rounds.unsent";
const LOST = 60_000; // ms after which the page it belongs to did not come

const forms = () => [...document.querySelectorAll("main form[method=post]:not(.writing, .tells)")];
const fields = (form) => [...form.elements].filter((field) => field.name && !["hidden", "submit", "password", "file"].includes(field.type));
const isBox = (field) => field.type === "radio" || field.type === "checkbox";

function isTyped(field) {
  if (isBox(field)) return field.checked !== field.defaultChecked;
  if (field instanceof HTMLSelectElement) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  return field.value !== field.defaultValue;
}

// `way` leads to the page in the other language.
export function take(way, button) {
  // A page that a form was answered with shows what was typed before as its own.
  const { pathname } = new URL(way.elements.next.value, location.href);
  const isAnswer = pathname !== location.pathname;
  const typed = forms().filter((form) => fields(form).some((field) => isTyped(field) || (isAnswer && !isBox(field) && field.value))).map((form) => [
    form.getAttribute("action"),
    fields(form).map((field) => [field.name, field.value, isBox(field) ? field.checked : null]),
  ]);
  if (typed.length) sessionStorage.setItem(SHELF, JSON.stringify({ pathname, typed, at: Date.now() }));
  way.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
  way.submit();
}

export function giveBack() {
  const { pathname, typed, at } = JSON.parse(sessionStorage.getItem(SHELF));
  sessionStorage.removeItem(SHELF);
  if (pathname !== location.pathname || Date.now() - at > LOST) return;
  for (const [action, words] of typed) {
    const form = forms().find((one) => one.getAttribute("action") === action);
    if (!form) continue;
    for (const [name, value, checked] of words) {
      const field = fields(form).find((one) => one.name === name && (checked === null || one.value === value));
      if (field && checked === null) field.value = value;
      else if (field) field.checked = checked;
    }
    for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
