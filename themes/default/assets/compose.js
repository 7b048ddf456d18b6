// The box in which people write: its tools, and what it will look like. Saving is drafts.js.
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
  form.querySelector(".tool.table")?.addEventListener("click", (event) => {
    addBelow(field, event.currentTarget.dataset.table);
  });
  // Who came to the tools before they were there comes to them again.
  const tools = form.querySelector("markdown-toolbar");
  if (tools === document.activeElement) {
    tools.blur();
    tools.focus();
  }
  illustrate(form, field);
  if (form.querySelector("[name=draft-place]")?.value) keep(form).then(() => takeQuoted(form, field));
  if (!field) return; // A form without words to write: only tags.
  point(form, field);
  look(form, field);
  beginDiscussion(form, field);
}

// What was quoted on the page before goes on here.
function takeQuoted(form, field) {
  const { of, words } = JSON.parse(sessionStorage.getItem("rounds.quoted") ?? "{}");
  if (of !== form.getAttribute("action") || !/\/reply$/.test(location.pathname)) return;
  sessionStorage.removeItem("rounds.quoted");
  addBelow(field, `${words}\n`);
}

// Images come by the clipboard, dropped onto the box, or from the tool's list of files.
function illustrate(form, field) {
  const chooser = form.querySelector(".pictures input");
  if (!chooser) return;
  const box = form.querySelector(".compose");
  const take = (files) => import("./images.js").then((images) => images.take(form, field, [...files]));
  form.querySelector(".tool.image")?.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => take(chooser.files).then(() => (chooser.value = "")));
  field.addEventListener("paste", (event) => {
    // What was copied from a document comes as words, too, and is pasted as words.
    const { files, types } = event.clipboardData;
    if (files.length === 0 || types.includes("text/plain")) return;
    event.preventDefault();
    take(files);
  });
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  box.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    box.classList.add("dropping");
  });
  for (const end of ["dragleave", "drop"]) box.addEventListener(end, () => box.classList.remove("dropping"));
  box.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
}
