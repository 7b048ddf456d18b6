// While somebody writes: @ offers people who can read this, [[ offers content to link to. What is chosen is plain text,
// which can be typed as well.
import { styled } from "./sheet.js";
import { type } from "./typing.js";

const PAUSE = 150; // ms without a key
const NAME = /(?:^|[^\p{L}\p{N}_@/.+:#&=-])@([\p{L}\p{N}][\p{L}\p{N}.-]{0,40})?$/u;
const LINK = /\[\[([^[\]\n|]{0,80})$/;

let sheet;

export function point(form, field) {
  const words = field.closest(".editor").dataset;
  const place = form.elements["draft-place"]?.value ?? "";
  const box = document.createElement("div");
  box.className = "offers";
  box.hidden = true;
  const list = document.createElement("ul");
  list.id = `${field.id}-offers`;
  list.role = "listbox";
  const none = document.createElement("p");
  box.append(list, none);
  field.after(box);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-haspopup", "listbox");

  let asked = 0;
  let timer;
  let from = -1; // where what is being completed begins
  let left = -1; // the one that was closed by Escape
  let chosen = 0; // below 0: none yet
  let typed = ""; // what the offers are for

  // What stands before the cursor and wants to be completed.
  function begun() {
    if (field.selectionStart !== field.selectionEnd) return null;
    const before = field.value.slice(Math.max(0, field.selectionStart - 120), field.selectionStart);
    const link = before.match(LINK);
    if (link) return { start: field.selectionStart - link[0].length, address: "/pointers", typed: link[1], label: words.content, none: words.nothing };
    const name = place && before.match(NAME);
    return name ? { start: field.selectionStart - (name[1]?.length ?? 0) - 1, address: "/names", typed: name[1] ?? "", label: words.people, none: words.nobody } : null;
  }

  function look() {
    clearTimeout(timer);
    const now = begun();
    if (!now || now.start === left) {
      if (!now) left = -1;
      return close();
    }
    timer = setTimeout(() => ask(now), PAUSE);
  }

  async function ask(now) {
    const turn = ++asked;
    const query = new URLSearchParams({ q: now.typed, lang: document.documentElement.lang });
    if (now.address === "/names") query.set("place", form.elements["draft-place"].value);
    let offers;
    try {
      sheet ??= styled("./offers.css");
      const [answer] = await Promise.all([fetch(`${now.address}?${query}`, { headers: { Accept: "application/json" } }), sheet]);
      if (!answer.ok) return close();
      offers = await answer.json();
    } catch {
      return close(); // Without a connection one types on.
    }
    if (turn !== asked || begun()?.start !== now.start) return;
    show(now, offers);
  }

  function show(now, offers) {
    from = now.start;
    typed = list.dataset.typed = now.typed;
    list.ariaLabel = now.label;
    list.replaceChildren(...offers.map(row));
    none.textContent = offers.length ? "" : now.none;
    // Words behind an @ that name nobody need no remark.
    if (!offers.length && now.address === "/names" && now.typed.length > 2) return close();
    box.hidden = false;
    put();
    // Behind a bare sign nobody has asked for anything: a key that ends the line ends the line.
    mark(now.typed ? 0 : -1);
    say(offers.length ? (offers.length === 1 ? words.countOne : words.count).replace("%n", offers.length) : now.none);
  }

  function row(offer, at) {
    const item = document.createElement("li");
    item.role = "option";
    item.id = `${list.id}-${at}`;
    item.dataset.text = offer.text;
    const name = document.createElement("strong");
    name.textContent = offer.name;
    const more = document.createElement("span");
    more.textContent = offer.text.startsWith("@") ? `${offer.text}${offer.more ? ` · ${offer.more}` : ""}` : offer.more;
    item.append(name, " ", more);
    return item;
  }

  function mark(at) {
    const rows = [...list.children];
    chosen = rows.length && at >= 0 ? at % rows.length : -1;
    rows.forEach((item, index) => item.setAttribute("aria-selected", index === chosen));
    if (rows[chosen]) {
      field.setAttribute("aria-activedescendant", rows[chosen].id);
      rows[chosen].scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function take(item) {
    const text = item.dataset.text;
    const behind = field.value.slice(field.selectionStart);
    const end = field.selectionStart + (text.startsWith("[[") && behind.startsWith("]]") ? 2 : 0);
    field.setSelectionRange(from, end);
    close();
    type(field, text.startsWith("@") && !/^[\s.,;:!?)]/.test(behind) ? `${text} ` : text);
    say(item.firstElementChild.textContent);
    clearTimeout(timer);
  }

  function close() {
    asked++;
    box.hidden = true;
    list.replaceChildren();
    field.removeAttribute("aria-activedescendant");
  }

  function say(what) {
    const region = document.getElementById("say");
    if (region) region.textContent = what;
  }

  // Below the line in which one types, and never out of the window.
  function put() {
    const style = getComputedStyle(field);
    const mirror = document.createElement("div");
    mirror.className = "mirror";
    for (const name of ["font", "letterSpacing", "padding", "border", "lineHeight"]) mirror.style[name] = style[name];
    mirror.style.width = `${field.offsetWidth}px`;
    mirror.textContent = field.value.slice(0, from);
    const at = document.createElement("span");
    at.textContent = "@";
    mirror.append(at);
    field.after(mirror);
    const line = at.offsetTop - field.scrollTop;
    const height = at.offsetHeight;
    let top = line + height;
    const start = at.offsetLeft;
    mirror.remove();
    // Above the line, where there is more room: a keyboard on the screen, or the bar of a phone, covers what is below.
    const seen = window.visualViewport?.height ?? innerHeight;
    const here = field.getBoundingClientRect().top + Math.min(top, field.offsetHeight);
    const above = here + box.offsetHeight + 64 > seen && here - height > seen - here;
    if (above) top = line - box.offsetHeight - 8;
    else top = Math.max(0, Math.min(top, field.offsetHeight));
    box.style.top = `${field.offsetTop + top + 4}px`;
    box.style.left = `${Math.max(0, Math.min(start, field.offsetWidth - box.offsetWidth))}px`;
  }

  // What comes to stand above the field, as similar discussions do, moves the line.
  new ResizeObserver(() => box.hidden || put()).observe(form);
  field.addEventListener("input", look);
  field.addEventListener("click", look);
  field.addEventListener("blur", () => setTimeout(() => document.activeElement !== field && close(), 150));
  field.addEventListener("keydown", (event) => {
    if (box.hidden || event.isComposing) return;
    if (event.key === "Escape") {
      left = from;
      close();
    } else if (!list.children.length) return;
    else if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark((chosen < 1 ? list.children.length : chosen) - 1);
    // Whoever types faster than the offers come has chosen none of them.
    else if (chosen < 0 || begun()?.start !== from || begun().typed !== typed) return;
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.shiftKey) || (event.key === "Tab" && !event.shiftKey)) take(list.children[chosen]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  box.addEventListener("pointerdown", (event) => event.preventDefault()); // The cursor stays in the field.
  box.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) take(item);
  });
  // Somebody may have typed before this was here.
  if (document.activeElement === field) look();
  form.querySelector(".tool.point")?.addEventListener("click", () => {
    type(field, "[[");
    look();
  });
}
