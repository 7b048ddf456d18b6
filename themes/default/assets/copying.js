// Copies what stands elsewhere on the page. Without it, or where the browser lets no page copy, one marks it oneself.
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const said = button.closest("section").querySelector("[role=status]");
  const words = button.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    let copied = true;
    try {
      await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
    } catch {
      copied = false;
      if (source.select) source.select();
      else getSelection().selectAllChildren(source);
    }
    said.textContent = copied ? button.dataset.copied : button.dataset.failed;
    button.textContent = said.textContent;
    setTimeout(() => {
      button.textContent = words;
      said.textContent = "";
    }, 4000);
  });
}
