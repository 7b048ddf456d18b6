// Images that are pasted, dropped or chosen while somebody writes: each is sent at once, described, and put into the text.
import { styled } from "./sheet.js";
import { addBelow } from "./typing.js";

const MOST = 20 * 1024 * 1024; // as the server takes

styled("./sending.css");

export function take(form, field, files) {
  const box = boxOf(form, field);
  const fresh = files.map((file) => box.add(file));
  fresh[0]?.words.focus();
}

const boxes = new WeakMap();

function boxOf(form, field) {
  if (!boxes.has(form)) boxes.set(form, makeBox(form, field));
  return boxes.get(form);
}

function makeBox(form, field) {
  const place = form.querySelector(".pictures");
  const panels = new Set();
  let line = Promise.resolve(); // One after the other: each then has the whole connection.
  const say = (words) => (place.querySelector("[role=status]").textContent = words);

  // What waits for its description is not left behind without a word.
  form.addEventListener("submit", (event) => {
    if (panels.size === 0 || event.submitter?.matches(".look, .keep, .link")) return;
    for (const panel of [...panels]) if (panel.said() !== null && panel.looked.checked) panel.put();
    const [first] = panels;
    if (!first) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    first.urge(place.dataset);
  }, { capture: true });

  function close(panel, words) {
    panel.element.remove();
    panels.delete(panel);
    say(words);
    const [next] = panels;
    if (next) next.words.focus();
    else field.focus();
  }

  function add(file) {
    const panel = makePanel(form.querySelector("template.picture-panel"), file);
    panels.add(panel);
    place.append(panel.element);
    const named = (words) => words.replace("{name}", file.name || "…");
    panel.title(named(place.dataset.sending));
    say(named(place.dataset.sending));
    let address = null;
    let wanted = false;
    let request = null;

    const put = () => {
      const said = panel.said();
      if (said === null) return panel.complain(place.dataset.missing, panel.words);
      if (!panel.looked.checked) return panel.complain(place.dataset.unlooked, panel.looked);
      wanted = true;
      panel.wait(!address);
      if (!address) return;
      const caption = panel.caption.value.trim();
      addBelow(field, `![${escaped(said)}](${address}${caption ? ` "${quoted(caption)}"` : ""})`);
      close(panel, place.dataset.inserted);
    };
    panel.put = put;
    const send = () => {
      panel.complain("");
      if (file.size > MOST) return panel.fail(place.dataset.large, false);
      line = line.then(() => new Promise((done) => {
        if (!panels.has(panel)) return done();
        request = sent(form, file, panel.progress, (result) => {
          request = null;
          if (result.address) {
            address = result.address;
            panel.done();
            panel.title(file.name);
            say(named(place.dataset.sent));
            if (wanted) put();
          } else if (panels.has(panel)) {
            wanted = false;
            panel.title(file.name);
            panel.fail(result.message ?? place.dataset.failed, !result.message || result.later);
          }
          done();
        });
      }));
    };
    panel.element.addEventListener("click", (event) => {
      if (event.target.closest(".put")) put();
      if (event.target.closest(".again")) send();
      if (event.target.closest(".leave")) {
        close(panel, place.dataset.leftOut);
        request?.abort();
      }
    });
    // Enter here means this image, not the whole text.
    panel.element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input:not([type=checkbox])")) {
        event.preventDefault();
        event.stopPropagation();
        put();
      }
    });
    send();
    return panel;
  }
  return { add };
}

let count = 0;

function makePanel(template, file) {
  const element = template.content.firstElementChild.cloneNode(true);
  const part = (selector) => element.querySelector(selector);
  const error = part(".error");
  const words = part(".words");
  const thumb = part("img");
  error.id = `picture-error-${++count}`;
  for (const one of [words, part(".looked")]) one.setAttribute("aria-describedby", error.id);
  thumb.src = URL.createObjectURL(file);
  thumb.addEventListener("load", () => {
    URL.revokeObjectURL(thumb.src);
    // It has pushed the field down, perhaps below what lies over the end of the page.
    if (document.activeElement === words) words.scrollIntoView({ block: "nearest" });
  }, { once: true });
  thumb.addEventListener("error", () => thumb.remove(), { once: true });
  part(".decoration").addEventListener("change", (event) => (words.disabled = event.target.checked));

  return {
    element,
    words,
    looked: part(".looked"),
    caption: part(".caption"),
    title: (text) => (part("legend").textContent = text),
    said: () => (part(".decoration").checked ? "-" : words.value.trim() || null),
    progress: (share) => (part("progress").value = share),
    done: () => {
      part("progress").hidden = true;
      part(".again").hidden = true;
    },
    wait: (on) => part(".put").setAttribute("aria-busy", on),
    complain: (text, about = null) => {
      error.textContent = text;
      error.hidden = !text;
      if (text) error.setAttribute("role", "alert");
      for (const one of [words, part(".looked")]) one.toggleAttribute("aria-invalid", one === about);
      about?.focus();
    },
    // The text is to be sent, and this image is not in it.
    urge({ missing, unlooked, waiting }) {
      if (part(".put").hidden) part(".leave").focus();
      else if (this.said() === null) this.complain(missing, words);
      else if (!this.looked.checked) this.complain(unlooked, this.looked);
      else this.complain(waiting);
      element.scrollIntoView({ block: "center" });
    },
    fail(text, mayTryAgain) {
      this.complain(text);
      this.wait(false);
      part("progress").value = 0;
      part(".again").hidden = !mayTryAgain;
      if (mayTryAgain) return;
      // Nothing is left to say about a file that cannot be shown.
      if (element.contains(document.activeElement)) part(".leave").focus();
      for (const name of [".put", ".words-of", ".choice", ".caption-of", ".patients", "progress"]) part(name).hidden = true;
    },
  };
}

// `fetch` does not tell how far it has come.
function sent(form, file, progress, done) {
  const request = new XMLHttpRequest();
  request.open("POST", "/images");
  request.responseType = "json";
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("X-Csrf-Token", form.elements.csrf.value);
  request.setRequestHeader("Accept", "application/problem+json, application/json");
  request.setRequestHeader("Accept-Language", document.documentElement.lang);
  request.upload.addEventListener("progress", (event) => event.lengthComputable && progress(event.loaded / event.total));
  request.addEventListener("load", () => {
    const answer = request.response ?? {};
    const refused = request.status === 422 || request.status === 403 || request.status === 429;
    done(request.status === 201 ? answer : { later: request.status === 429, message: refused ? answer.errors?.[0]?.message ?? answer.detail ?? answer.title : null });
  });
  for (const end of ["error", "abort", "timeout"]) request.addEventListener(end, () => done({}));
  request.send(file);
  return request;
}

const escaped = (words) => words.replace(/\s+/g, " ").replace(/[\\[\]`*_<]/g, "\\$&");
const quoted = (words) => words.replace(/\s+/g, " ").replace(/[\\"]/g, "\\$&");
