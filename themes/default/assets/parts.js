// Parts that only some pages have: none of them is on the page of a discussion at once.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
if (document.querySelector("[data-copy]")) import("./copying.js");
if (document.querySelector("[data-compares]")) import("./waiting.js").then((waiting) => waiting.begin());
if (document.querySelector("[data-arrange]")) import("./arrange.js").then((arrange) => arrange.begin());
const summary = document.querySelector("[data-read]");
const named = document.querySelectorAll("[data-names]");
if (summary || named.length) import("./topic.js").then((topic) => { if (summary) topic.begin(summary); named.forEach(topic.offer); });
const words = document.querySelector("[data-words]");
if (words) setTimeout(() => import("./words.js").then((module) => module.begin(words)), 2000);
const story = document.querySelector("form.tells");
if (story) import("./story.js").then((stories) => stories.begin(story));
const edited = document.querySelector("form.looks");
if (edited) import("./story-asks.js").then((asks) => asks.look(edited));
const somebody = document.querySelector("[data-place]");
if (somebody) somebody.addEventListener("focusin", () => import("./somebody.js").then((module) => module.offerPeople(somebody)), { once: true });
