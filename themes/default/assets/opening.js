// Opening a discussion: an outline for its kind, and what others have written under such titles.
import { addBelow } from "./typing.js";

const PAUSE = 500; // ms without a key
const LEAST = 4; // letters of a title worth looking for

export function begin(form, field) {
  const outlines = [...form.querySelectorAll("button[name=outline]")];
  for (const button of outlines) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      // An outline that nobody has written into may make way for another; words never do.
      if (outlines.some((other) => other.value.trim() === field.value.trim())) field.select();
      else field.setSelectionRange(field.value.length, field.value.length);
      addBelow(field, button.value.trimEnd());
      const first = field.value.indexOf("\n", field.value.indexOf("**", field.value.lastIndexOf(button.value.split("\n")[0])) + 2);
      field.setSelectionRange(first + 1, first + 1);
    });
  }
  const slot = form.querySelector(".similar");
  if (slot) suggest(form.elements.title, slot);
  const later = form.querySelector(".plan-later");
  if (later) sayWhen(form.elements["publish-at"], form.querySelector("button.main"), later.dataset.send);
}

// With a time filled in, the button says that it plans, and for when.
function sayWhen(time, button, words) {
  const usual = button.textContent;
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const say = () => (button.textContent = time.value ? words.replace("%t", clock.format(new Date(time.value))) : usual);
  time.addEventListener("input", say);
  say();
}

function suggest(title, slot) {
  let timer;
  let asked = 0;
  title.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const words = title.value.trim();
      const turn = ++asked;
      if (words.length < LEAST) return slot.replaceChildren();
      try {
        const answer = await fetch(`/similar?${new URLSearchParams({ title: words })}`, { redirect: "manual" });
        if (answer.ok && turn === asked) slot.innerHTML = (await answer.text()).trim(); // A part of a page, escaped by the server.
      } catch {
        // Nothing to suggest without a connection.
      }
    }, PAUSE);
  });
}
