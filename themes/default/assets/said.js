// Fetched with the first press of a button below a post.
export async function say(form, button) {
  const fields = new URLSearchParams(new FormData(form, button));
  fields.set("aloud", document.documentElement.lang);
  turn(button);
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
  } catch {
    answer = null;
  }
  if (answer?.status === 200) {
    // What the button shows is read out, too, to those who do not see it.
    document.getElementById("say").textContent = await answer.text();
  } else {
    // Not taken: the form itself tells why, on a page of its own.
    turn(button);
    HTMLFormElement.prototype.submit.call(carrying(form, button));
  }
}

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
