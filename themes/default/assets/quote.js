// Quoting what somebody has selected in a post into the reply below: as many times as she likes, from any post.
let form;
let button;
let said;
let quoted = []; // what stands in the box by quoting, as it was put there

export function offer(reply) {
  if (!form) {
    form = reply;
    build();
  }
  place();
  return { key };
}

function build() {
  button = document.createElement("button");
  button.type = "button";
  button.className = "quote-this";
  button.textContent = form.dataset.quote;
  button.hidden = true;
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // The selection stays.
  button.addEventListener("click", quote);
  said = document.createElement("p");
  said.className = "quote-said";
  said.role = "status";
  document.body.append(button, said);
  document.addEventListener("click", goAlong);
}

// Whoever quotes and then answers a post on a page of its own takes the quotations along: here they stand no longer.
// Words of her own stay where she typed them.
function goAlong(event) {
  const link = event.target.closest("a[href*='/reply']");
  const field = form.querySelector("textarea");
  const going = quoted.filter((one) => field.value.includes(one));
  if (!link || !going.length || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  sessionStorage.setItem("rounds.quoted", JSON.stringify({ of: form.getAttribute("action"), words: going.join("\n\n") }));
  quoted = [];
  const { draft, "draft-place": place, csrf } = form.elements;
  field.value = going.reduce((all, one) => all.replace(one, () => ""), field.value).trim();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (!field.value && draft.value) {
    fetch(`/drafts/${draft.value}/delete`, { method: "POST", body: new URLSearchParams({ csrf: csrf.value, sure: place.value }), redirect: "manual", keepalive: true });
  }
}

// The post in which all of the selection lies. Three clicks mark a paragraph up to the beginning of what stands behind it:
// where no word of that is marked, the post is meant.
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const start = range.startContainer;
  const post = (start.nodeType === Node.ELEMENT_NODE ? start : start.parentElement).closest("[data-post]");
  if (!post) return null;
  if (!post.contains(range.endContainer)) {
    const beyond = range.cloneRange();
    beyond.setStart(post, post.childNodes.length);
    if (beyond.toString().trim()) return null;
    range.setEnd(post, post.childNodes.length);
  }
  return { post, range };
}

function place() {
  const chosen = selected();
  button.hidden = !chosen;
  if (!chosen) return;
  const box = chosen.range.getBoundingClientRect();
  button.style.left = `${Math.max(8, Math.min(box.left + scrollX, document.documentElement.clientWidth - 110))}px`;
  button.style.top = `${box.bottom + scrollY + 6}px`;
}

// The key quotes the selection; without one, the whole of the post in which the focus is.
function key() {
  const post = document.activeElement?.closest(".post")?.querySelector("[data-post]");
  if (!selected() && post) getSelection().selectAllChildren(post);
  quote();
}

async function quote() {
  const chosen = selected();
  if (!chosen) return;
  const { begin } = await import("./compose.js");
  const { markdown } = await import("./to-markdown.js");
  begin(form);
  const { post, revision, says } = chosen.post.dataset;
  const words = markdown(chosen.range.cloneContents());
  const lines = `${words}\n\n— [${says.replace(/[\\[\]*_`<>]/g, "\\$&")}](/p/${post}?revision=${revision})`;
  const quotation = lines.split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
  quoted.push(quotation);
  const field = form.querySelector("textarea");
  const before = field.value.trimEnd();
  field.value = `${before}${before ? "\n\n" : ""}${quotation}\n\n`;
  field.setSelectionRange(field.value.length, field.value.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  getSelection().removeAllRanges();
  button.hidden = true;
  tell(field);
}

// The place is kept, so that more can be quoted; one link leads to the reply.
function tell(field) {
  const link = document.createElement("a");
  link.href = `#${field.id}`;
  link.textContent = form.dataset.to;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    said.replaceChildren();
    field.focus();
    field.scrollIntoView({ block: "center" });
  });
  said.replaceChildren(`${form.dataset.quoted}. `, link);
}
