// The buttons below a post say it at once, without losing the place; what a form sends stays the same.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form.says");
  if (!form || !event.submitter) return;
  event.preventDefault();
  import("./said.js").then((said) => said.say(form, event.submitter));
});
