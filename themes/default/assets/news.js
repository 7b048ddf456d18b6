// What is new in a discussion that stays open, put where it belongs without moving what is being read.
const say = document.getElementById("live");
const words = say.dataset;
const thread = () => document.querySelector(".thread");
const flat = thread()?.classList.contains("flat");
let elsewhere = 0;

// Shows what the page lacks; gives the newest number that it knows of then.
export async function bring(beat, newest) {
  const answer = await fetch(`/d/${words.discussion}/news?after=${newest}&again=${beat.changed.filter((n) => n <= newest)}`);
  if (!answer.ok) return newest;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const came = [];
  keepPlace(() => {
    page.querySelectorAll("article").forEach((piece) => put(piece, page) && came.push(page.querySelector(`[data-new="${piece.id}"]`)?.textContent));
    count(page);
  });
  if (came.length) document.getElementById("say").textContent = came.join(" ");
  return Math.max(newest, beat.newest);
}

// The number of replies, wherever it stands.
function count(page) {
  const said = page.querySelector("[data-replies]");
  for (const place of document.querySelectorAll("#h-replies, .replies-said")) place.textContent = said.textContent;
}

// Whatever is added above, the line that is being read stays where it is.
function keepPlace(change) {
  const root = document.documentElement;
  root.style.overflowAnchor = "none";
  const anchor = [...document.querySelectorAll("article.post")].find((post) => post.getBoundingClientRect().bottom > 0);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (anchor?.isConnected && anchor.getBoundingClientRect().bottom > 0) {
    scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
  }
  requestAnimationFrame(() => (root.style.overflowAnchor = ""));
}

// Whether it is new and stands here now.
function put(piece, page) {
  const shown = document.getElementById(piece.id);
  if (shown) {
    if (shown.querySelector("form.ballot") && piece.querySelector(".poll") && !piece.querySelector("form.ballot")) return over(shown, piece, page);
    if (shown.dataset.busy) {
      // Who has begun to vote keeps what she chose; the counts beside it are the new ones.
      const [was, is] = [shown, piece].map((post) => post.querySelector(".poll .result"));
      if (was && is) was.replaceWith(is);
      return false;
    }
    // Not under somebody's hands.
    if (!shown.contains(document.activeElement) && !isSelected(shown)) {
      shown.replaceWith(piece);
      if (piece.querySelector("form.ballot")) import("./polls.js").then((polls) => piece.querySelectorAll("form.ballot").forEach(polls.begin));
    }
    return false;
  }
  const place = placeOf(piece);
  if (!place) {
    elsewhere += 1;
    show("", (elsewhere === 1 ? words.one : words.other).replace("%n", elsewhere), `?at=${piece.id.slice(1)}#${piece.id}`);
    return false;
  }
  piece.classList.add("fresh");
  inPlace(() => {
    place(piece);
    map(piece, page);
    know(piece);
  });
  document.dispatchEvent(new CustomEvent("rounds:shown", { detail: piece }));
  return true;
}

// A poll that has ended takes no vote, whatever somebody has begun to choose.
function over(post, piece, page) {
  const was = post.querySelector(".poll");
  const is = piece.querySelector(".poll");
  const held = was.contains(document.activeElement);
  const told = page.querySelector(post.dataset.busy ? "[data-ended-unsent]" : "[data-ended]").textContent;
  was.replaceWith(is);
  if (post.dataset.busy) is.querySelector(".meta").after(Object.assign(document.createElement("p"), { className: "error", textContent: told }));
  delete post.dataset.busy;
  if (held) {
    is.tabIndex = -1;
    is.focus({ preventScroll: true });
  }
  document.getElementById("say").textContent = told;
  return false;
}

// What is written into, or else what is read, stays where it is on the screen.
function inPlace(change) {
  const box = document.querySelector("#reply textarea:focus");
  const still = box && isSeen(box) ? box : [...document.querySelectorAll("article.post")].find((post) => post.getBoundingClientRect().bottom > 60);
  const root = document.documentElement;
  root.style.overflowAnchor = "none"; // the browser's own way would count twice
  const before = still?.getBoundingClientRect().top;
  change();
  if (still) scrollBy({ top: still.getBoundingClientRect().top - before, behavior: "instant" });
  setTimeout(() => (root.style.overflowAnchor = ""), 100);
}

function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

// In the map below the post that it stands below.
function map(piece, page) {
  const line = page.querySelector(`li[data-of="${piece.id}"]`);
  const above = document.querySelector(`.map a[href$="#${piece.previousElementSibling?.id ?? ""}"]`);
  if (line && above) above.closest("li").after(line);
}

// What was shown here is no news to who writes here: she is told beside her box, and is not stopped for it when she sends.
let first = null;
let above = 0;
function know(piece) {
  const form = document.getElementById("reply");
  if (!form) return;
  if (elsewhere === 0) form.elements.seen.value = Math.max(form.elements.seen.value, piece.id.slice(1));
  above += 1;
  first ??= piece.id;
  const line = form.querySelector(".above") ?? document.createElement("p");
  const link = line.firstElementChild ?? document.createElement("a");
  line.className = "above meta";
  link.href = `#${first}`;
  link.textContent = (above === 1 ? words.aboveOne : words.aboveOther).replace("%n", above);
  line.append(link);
  form.prepend(line);
}

function isSelected(post) {
  const selection = getSelection();
  return !selection.isCollapsed && selection.containsNode(post, true);
}

// By time, the newest stand last. In the tree, an answer stands below the answers that its post has already. One that
// belongs to another page has no place on this one.
function placeOf(piece) {
  const list = thread();
  if (!list) {
    const first = document.createElement("div");
    first.className = "thread";
    return words.last === "true"
      ? (post) => {
          document.querySelector("#replies > .empty")?.replaceWith(first);
          first.append(post);
        }
      : null;
  }
  if (flat || piece.dataset.parent === "1") return words.last === "true" ? (post) => list.append(post) : null;
  let last = document.getElementById(`p${piece.dataset.parent}`);
  if (!last) return null;
  const depth = Number(last.dataset.depth);
  while (last.nextElementSibling && Number(last.nextElementSibling.dataset.depth) > depth) last = last.nextElementSibling;
  return (post) => last.after(post);
}

export function show(sentence, link, to = "") {
  say.querySelector("span").textContent = sentence;
  const anchor = say.querySelector("a");
  anchor.textContent = link;
  anchor.href = words.path + to;
  // As it is now, where one is: the page is read anew with the line that is being read on the screen.
  anchor.onclick = (event) => {
    if (to || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const post = scrollY > 0 && [...document.querySelectorAll("article.post")].find((one) => one.getBoundingClientRect().bottom > 60);
    history.replaceState(null, "", post ? `${words.path}?at=${post.id.slice(1)}#${post.id}` : words.path);
    location.reload();
  };
  say.hidden = false;
}
