// Files for the library: chosen or dropped, several at once, each sent in pieces. A broken connection costs one piece;
// what was sent stays here when the form comes back.
import "./tus.js";

const PIECE = 2 * 1024 * 1024;
const AGAIN = [500, 1500, 3000, 6000, 12000];

export function begin(field) {
  const form = field.closest("form");
  const input = field.querySelector("input[type=file]");
  const list = field.querySelector(".sent-files");
  const several = "several" in field.dataset;
  const words = field.dataset;
  const under = new Set();
  const say = (text) => (field.querySelector("[role=status]").textContent = text);
  form.classList.add("with-script");
  input.multiple = several;
  input.removeAttribute("name"); // The files go by themselves.

  const drop = Object.assign(document.createElement("p"), { className: "drop", textContent: words.drop });
  input.after(drop);
  const over = (event, on) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    drop.classList.toggle("over", on);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer.files.length) take([...event.dataTransfer.files]);
  });
  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });

  list.querySelectorAll(".sent-file").forEach((row) => {
    const button = row.querySelector(".drop");
    button.hidden = false;
    button.addEventListener("click", () => remove(row, null));
  });

  function take(files) {
    if (!several) list.querySelectorAll(".sent-file").forEach((row) => remove(row, null));
    (several ? files : files.slice(0, 1)).forEach(add);
  }

  function add(file) {
    const row = field.querySelector("template").content.firstElementChild.cloneNode(true);
    const part = (name) => row.querySelector(name);
    const key = `new-${Math.random().toString(36).slice(2)}`;
    named(row, key);
    part(".name").textContent = file.name;
    part(".drop .sr")?.append(` ${file.name}`);
    const title = part("input.title");
    // A title that a reference has filled in is the first file's.
    const given = list.children.length === 0 && form.elements.title?.value.trim();
    if (title) title.value = given || file.name.replace(/\.[^.]+$/, "").replace(/[_-]+/g, " ").trim();
    list.append(row);
    part(".drop").hidden = false;
    if (file.size > Number(words.most)) return refuse(row, words.large);

    const bar = part("progress");
    bar.hidden = false;
    under.add(row);
    const upload = new window.tus.Upload(file, {
      endpoint: "/uploads",
      chunkSize: PIECE,
      retryDelays: AGAIN,
      storeFingerprintForResuming: false,
      metadata: { filename: file.name },
      headers: { "X-Csrf-Token": form.elements.csrf.value, Accept: "application/problem+json", "Accept-Language": document.documentElement.lang },
      onProgress: (sent, all) => {
        bar.value = (100 * sent) / all;
        part(".how").textContent = `${Math.floor((100 * sent) / all)} %`;
      },
      onShouldRetry: (failed) => {
        const status = failed.originalResponse?.getStatus() ?? 0;
        part(".how").textContent = words.paused;
        return status === 0 || status === 409 || status === 429 || status >= 500;
      },
      onSuccess: () => {
        under.delete(row);
        bar.hidden = true;
        part(".how").textContent = words.here;
        named(row, upload.url.split("/").at(-1));
        part("input[name=upload]").disabled = false;
        row.classList.add("here");
        say(words.sent.replace("{name}", file.name));
      },
      onError: (failed) => {
        under.delete(row);
        bar.hidden = true;
        const refused = reason(failed);
        refuse(row, refused ?? words.failed);
        if (!refused) {
          const again = part(".again");
          again.hidden = false;
          again.onclick = () => {
            row.querySelector(".error")?.remove();
            again.hidden = true;
            bar.hidden = false;
            under.add(row);
            upload.start();
          };
        }
      },
    });
    part(".drop").addEventListener("click", () => remove(row, upload));
    say(words.sending.replace("{name}", file.name));
    upload.start();
  }

  function named(row, key) {
    row.querySelector("input[name=upload]").value = key;
    const title = row.querySelector("input.title");
    if (!title) return;
    title.name = `title-${key}`;
    title.id = `f-title-${key}`;
    title.labels?.[0]?.setAttribute("for", title.id);
    row.querySelector("label")?.setAttribute("for", title.id);
  }

  function refuse(row, text) {
    row.classList.add("refused");
    row.querySelector(".how").textContent = "";
    row.querySelector(".field")?.remove();
    const error = Object.assign(document.createElement("p"), { className: "error", textContent: text });
    row.append(error);
    say(text);
  }

  function reason(failed) {
    try {
      const told = JSON.parse(failed.originalResponse.getBody());
      return told.errors?.[0]?.message ?? told.errors?.[0]?.detail ?? told.detail ?? null;
    } catch {
      return null;
    }
  }

  function remove(row, upload) {
    under.delete(row);
    if (upload) upload.abort(true).catch(() => {});
    row.remove();
    input.focus();
  }

  form.addEventListener("submit", (event) => {
    if (under.size === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(words.waits);
    drop.textContent = words.waits;
  }, { capture: true });
}
