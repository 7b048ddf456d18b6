// What has been seen is read, on every device: the page says so when somebody looks at it, and a
// click on a notification says so for what has no such page. Without this, buttons do both.
const send = (form, fields) =>
  fetch(form.action, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", keepalive: true });

const seen = document.querySelector("form.seen");
if (seen) {
  const tell = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", tell);
    send(seen, new FormData(seen)).then(() => { seen.hidden = true; }, () => {});
  };
  document.addEventListener("visibilitychange", tell);
  tell();
}

document.querySelector(".told")?.addEventListener("click", (event) => {
  const row = event.target.closest("h3 a")?.closest(".row");
  const form = row?.querySelector("form");
  if (form) send(form, { csrf: form.elements.csrf.value, bundle: row.dataset.bundle }).catch(() => {});
});
