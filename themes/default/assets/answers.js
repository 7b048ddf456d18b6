// The buttons below a post say it at once, without losing the place; what a form sends stays the same.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form.says");
  const button = event.submitter;
  if (!form || !button) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, button));
  turn(button);
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
  } catch {
    answer = null;
  }
  // Not taken: the form itself tells why, on a page of its own.
  if (answer?.type !== "opaqueredirect") {
    turn(button);
    HTMLFormElement.prototype.submit.call(carrying(form, button));
  }
});

function turn(button) {
  const pressed = button.getAttribute("aria-pressed") === "true";
  const number = button.querySelector(".n");
  const count = Number(number.textContent || 0) + (pressed ? -1 : 1);
  button.setAttribute("aria-pressed", String(!pressed));
  button.name = pressed ? "say" : "unsay";
  number.textContent = count > 0 ? String(count) : "";
}

function carrying(form, button) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = button.name;
  field.value = button.value;
  form.append(field);
  return form;
}
