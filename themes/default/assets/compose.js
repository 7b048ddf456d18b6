// The box in which people write: its tools, what it will look like, and sending by keyboard. Saving is drafts.js.
import "./markdown-toolbar.js";
import { keep } from "./drafts.js";
import { look } from "./preview.js";
import { begin as beginDiscussion } from "./opening.js";
import { point } from "./point.js";
import { addBelow } from "./typing.js";

const begun = new WeakSet();

export function begin(form) {
  if (begun.has(form)) return;
  begun.add(form);
  const field = form.querySelector(".editor textarea");
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button.main"));
    }
  });
  form.querySelector(".tool.table")?.addEventListener("click", (event) => {
    addBelow(field, event.currentTarget.dataset.table);
  });
  if (form.querySelector("[name=draft-place]")?.value) keep(form);
  if (!field) return; // A form without words to write: only tags.
  point(form, field);
  look(form, field);
  beginDiscussion(form, field);
}
