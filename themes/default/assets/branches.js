// Each post that was answered can fold its answers away. What is folded stays so on this device.
const thread = document.querySelector(".thread:not(.flat)");
const kept = `folded ${location.pathname.slice(3, 16)}`;
const folded = new Set(JSON.parse(sessionStorage.getItem(kept) ?? "[]"));
const posts = [...(thread?.querySelectorAll(":scope > .post") ?? [])];
const depth = (post) => Number(/\bd(\d)\b/.exec(post.className)?.[1] ?? 0);

posts.forEach((post, index) => {
  const below = [];
  for (let next = index + 1; next < posts.length && depth(posts[next]) > depth(post); next++) below.push(posts[next]);
  const place = post.querySelector(":scope > header");
  if (below.length === 0 || !place) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "fold";
  button.setAttribute("aria-controls", below.map((answer) => answer.id).join(" "));
  button.addEventListener("click", () => {
    if (!folded.delete(post.id)) folded.add(post.id);
    sessionStorage.setItem(kept, JSON.stringify([...folded]));
    draw();
  });
  place.append(button);
  post.fold = { button, below };
});

function draw() {
  const hidden = new Set();
  for (const post of posts) {
    if (!post.fold) continue;
    const closed = folded.has(post.id);
    const { button, below } = post.fold;
    button.setAttribute("aria-expanded", String(!closed));
    button.textContent = closed ? `+ ${below.length}` : "−";
    button.title = thread.dataset[closed ? "show" : "hide"];
    button.setAttribute("aria-label", `${button.title} (${below.length})`);
    if (closed) below.forEach((answer) => hidden.add(answer));
  }
  posts.forEach((post) => { post.hidden = hidden.has(post); });
}

// A link to a folded post opens what is above it.
function reveal() {
  const target = document.getElementById(location.hash.slice(1));
  const post = target?.closest(".thread > .post");
  if (!post?.hidden) return;
  for (const other of posts) {
    if (other.fold?.below.includes(post)) folded.delete(other.id);
  }
  draw();
  post.scrollIntoView();
}

draw();
reveal();
addEventListener("hashchange", reveal);
