// The search box as a combobox: while somebody types, what begins so is offered below it. Without script it is a form, and
// whoever chooses nothing sends it as such.
const PAUSE = 120; // ms without a key
const known = new WeakSet();
const PARTS = ["ArrowLeft", "ArrowRight", "Home", "End"];

let sheet;
// Shown only when it looks as it should.
function styled() {
  sheet ??= new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "./suggest.css", onload: done, onerror: done });
    document.head.append(link);
  });
  return sheet;
}

function made(name, role, properties) {
  const element = Object.assign(document.createElement(name), properties);
  if (role) element.setAttribute("role", role);
  return element;
}

export function offer(field) {
  if (known.has(field)) return;
  known.add(field);
  const around = field.parentElement;
  const box = made("div", null, { className: "suggested", hidden: true });
  const list = made("div", "listbox", { id: `${field.id}-list` });
  box.append(list);
  around.append(box);
  around.classList.add("suggests");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  field.autocomplete = "off";

  const options = () => [...list.querySelectorAll("[role=option]")];
  let chosen = -1;
  let timer;
  let asking;
  let shown = field.value; // what the offers are for

  function look() {
    clearTimeout(timer);
    asking?.abort();
    if (!field.value.trim()) return close();
    timer = setTimeout(ask, PAUSE);
  }

  // `first`: which of the offers is marked when they come, counted from the end below zero; none by itself.
  async function ask(first) {
    clearTimeout(timer);
    asking?.abort();
    const turn = (asking = new AbortController());
    const typed = field.value;
    const query = new URLSearchParams({ q: typed, lang: document.documentElement.lang });
    try {
      const [answer] = await Promise.all([fetch(`/search/suggest?${query}`, { headers: { Accept: "application/json" }, signal: turn.signal }), styled()]);
      if (!answer.ok) return close();
      const offered = await answer.json();
      if (turn.signal.aborted || field.value !== typed || document.activeElement !== field) return;
      show(offered, typed);
      if (first !== undefined) mark(first < 0 ? options().length - 1 : first);
    } catch {
      if (!turn.signal.aborted) close(); // Without a connection one types on.
    }
  }

  function show({ label, said, groups = [] }, typed) {
    shown = typed;
    list.ariaLabel = label;
    list.replaceChildren(...groups.map(group));
    list.dataset.typed = typed;
    mark(-1);
    box.hidden = !groups.length;
    field.setAttribute("aria-expanded", String(!box.hidden));
    // A keyboard on the screen covers what lies lower.
    const seen = window.visualViewport ? visualViewport.height + visualViewport.offsetTop : innerHeight;
    box.style.maxHeight = `${Math.max(176, seen - field.getBoundingClientRect().bottom - 16)}px`;
    box.scrollTop = 0;
    say(said);
  }

  function group({ label, offers }, number) {
    const whole = made("div", "group");
    const name = made("div", "presentation", { id: `${list.id}-${number}`, className: "of", textContent: label });
    whole.setAttribute("aria-labelledby", name.id);
    whole.append(name, ...offers.map((one, at) => option(one, `${name.id}-${at}`)));
    return whole;
  }

  function option({ path, name, more, lang, whole }, id) {
    const link = made("a", "option", { id, href: path, tabIndex: -1 });
    link.setAttribute("aria-selected", "false");
    if (whole) link.dataset.whole = whole;
    const what = made("span", null, { className: "what", textContent: name });
    if (lang) what.lang = lang;
    link.append(what);
    if (more) link.append(" ", made("span", null, { className: "more", textContent: more }));
    return link;
  }

  function mark(at) {
    const rows = options();
    chosen = at;
    rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === at)));
    if (rows[at]) {
      field.setAttribute("aria-activedescendant", rows[at].id);
      rows[at].scrollIntoView({ block: "nearest" });
      if (at === 0) box.scrollTop = 0;
    } else field.removeAttribute("aria-activedescendant");
  }

  // The last word is completed, and what stands before it stays: she types on behind it.
  async function complete(whole) {
    field.value = `${whole} `;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    await ask();
    say(`${whole} ${document.getElementById("say")?.textContent ?? ""}`);
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
    chosen = -1;
    box.hidden = true;
    list.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    say("");
  }

  function say(what) {
    const region = document.getElementById("say");
    if (region) region.textContent = what;
  }

  // What she sends is hers to find again; the site keeps it only if she wants that.
  function remember(words) {
    const csrf = document.querySelector("[name=csrf]")?.value;
    if (document.body.dataset.me && csrf && words.trim()) navigator.sendBeacon("/search/recent", new URLSearchParams({ csrf, q: words }));
  }

  // From the text through the offers and back to it.
  function step(by) {
    const all = options().length + 1;
    mark(((chosen + 1 + by + all) % all) - 1);
  }

  field.addEventListener("input", look);
  field.addEventListener("blur", () => setTimeout(() => document.activeElement !== field && close(), 150));
  field.addEventListener("click", () => box.hidden && !field.value && ask());
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const open = !box.hidden;
    const row = open && options()[chosen];
    if (event.key === "Escape" && open) close();
    else if (event.key === "ArrowDown") open ? event.altKey || step(1) : ask(event.altKey ? undefined : 0);
    else if (event.key === "ArrowUp") open ? (event.altKey ? close() : step(-1)) : ask(-1);
    else if (event.key === "Enter" && row && field.value === shown) row.click();
    else {
      if (open && PARTS.includes(event.key)) mark(-1); // The key moves in the text.
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  box.addEventListener("pointerdown", (event) => event.preventDefault()); // The cursor stays in the field.
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.dataset.whole && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      complete(link.dataset.whole);
      return;
    }
    const words = link.pathname === "/search" && new URLSearchParams(link.search).get("q");
    if (words) remember(words);
  });
  field.form.addEventListener("submit", () => {
    remember(field.value);
    close();
  });
  // Whoever comes back by the browser's history finds the page and not the list.
  addEventListener("pagehide", close);
  // Somebody may have typed before this was here.
  if (document.activeElement === field && field.value !== field.defaultValue) look();
}
