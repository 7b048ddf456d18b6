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
  let refused = false; // Whether somebody wanted to share before all was here.
  let looked = Promise.resolve();
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
    const guessed = file.name.replace(/\.[^.]+$/, "").replace(/[_-]+/g, " ").trim();
    if (title) title.value = given || guessed;
    if (title && list.children.length === 0) {
      part(".authors").value = form.elements.authors?.value ?? "";
      part(".language").value = form.elements.language?.value ?? "";
    }
    part(".name-too")?.append(` ${file.name}`);
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
        const waited = refused;
        done(row);
        bar.hidden = true;
        part(".how").textContent = words.here;
        named(row, upload.url.split("/").at(-1));
        part("input[name=upload]").disabled = false;
        row.classList.add("here");
        if (!waited) say(words.sent.replace("{name}", file.name));
        // One after the other: the server looks into one at a time.
        if (title) looked = looked.then(() => describe(row, upload.url, guessed, file.name));
      },
      onError: (failed) => {
        done(row);
        bar.hidden = true;
        const why = reason(failed);
        refuse(row, why ?? words.failed);
        if (!why) {
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

  // What the file says about itself goes where nothing was entered meanwhile.
  async function describe(row, url, guessed, name) {
    const part = (which) => row.querySelector(which);
    part(".how").textContent = words.reading;
    const answer = await fetch(`${url}/said`, { headers: { Accept: "application/json" } }).catch(() => null);
    const said = answer?.ok ? await answer.json() : null;
    part(".how").textContent = said?.pages ? (said.pages === 1 ? words.page : words.pages.replace("2", said.pages)) : words.here;
    if (!said) return;
    const told = [];
    const put = (field, value, before) => {
      if (!value || field.value !== before || field.value === value) return;
      field.value = value;
      told.push(field);
    };
    put(part(".title"), said.title, guessed);
    put(part(".authors"), said.authors.join("\n"), "");
    put(part(".language"), said.language, "");
    if (told.some((field) => !field.matches(".title"))) part(".own-fields").open = true;
    if (told.length) say(words.said.replace("{name}", name));
  }

  function named(row, key) {
    row.querySelector("input[name=upload]").value = key;
    for (const field of row.querySelectorAll(":scope .field :is(input, textarea)")) {
      const which = field.name.split("-")[0];
      field.name = `${which}-${key}`;
      field.id = `f-${field.name}`;
      const about = field.closest(".field");
      about.querySelector("label").setAttribute("for", field.id);
      const hint = about.querySelector(".hint");
      if (!hint) continue;
      hint.id = `h-${field.name}`;
      field.setAttribute("aria-describedby", hint.id);
    }
  }

  function done(row) {
    under.delete(row);
    if (under.size > 0 || !refused) return;
    refused = false;
    drop.textContent = words.drop;
    say(words.ready);
  }

  function refuse(row, text) {
    row.classList.add("refused");
    row.querySelector(".how").textContent = "";
    row.querySelectorAll(".field, .own-fields").forEach((part) => part.remove());
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
    done(row);
    if (upload) upload.abort(true).catch(() => {});
    row.remove();
    input.focus();
  }

  form.addEventListener("submit", (event) => {
    if (under.size === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    refused = true;
    say(words.waits);
    drop.textContent = words.waits;
  }, { capture: true });
}
