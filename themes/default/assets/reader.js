// The pages of a PDF, drawn where its text stood: only those near the view, each with its words over it, to be selected,
// found and read out. Nothing in the file runs. Where this fails, the text of the page and its links stay as they were.
const NEAR = "100% 0px";
const MOST_DRAWN = 10;
const MOST_PIXELS = 16_000_000;
const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

export function begin(place) {
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      read(place).catch((failed) => {
        console.warn(failed);
        give(place);
      });
    },
    { rootMargin: "600px 0px" },
  );
  near.observe(place);
}

function give(place) {
  place.querySelector(".leaves")?.remove();
  place.querySelector(".zoom").hidden = true;
  place.querySelector(".as-text").hidden = false;
  say(place.dataset.failed);
}

const say = (text) => (document.getElementById("say").textContent = text);
const folder = (address) => address.replace(/[^/]+$/, "");

async function read(place) {
  const words = place.dataset;
  const program = await import(words.program);
  const worker = new program.PDFWorker({ port: new Worker(words.worker, { type: "module" }) });
  const file = await program.getDocument({
    url: words.pdf,
    worker,
    // Parts of the file, as pages need them.
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 1 << 18,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    standardFontDataUrl: folder(words.fonts),
    wasmUrl: folder(words.decoder),
    verbosity: 0,
  }).promise;
  const first = await file.getPage(1);
  new Reader(place, program, file, first.getViewport({ scale: 1 })).show();
}

class Reader {
  constructor(place, program, file, size) {
    this.place = place;
    this.words = place.dataset;
    this.program = program;
    this.file = file;
    this.size = size;
    this.zoom = 1;
    this.drawn = new Map();
    this.number = Math.min(Math.max(1, Number(this.words.page)), file.numPages);
    this.forms = this.markedForms();
    this.box = Object.assign(document.createElement("div"), { className: "leaves", tabIndex: 0 });
    this.box.setAttribute("role", "region");
    this.box.setAttribute("aria-label", this.words.name);
    this.box.lang = this.words.lang;
    this.field = place.querySelector("#f-page");
    this.prev = place.querySelector(".reader-bar a[rel=prev]");
    this.next = place.querySelector(".reader-bar a[rel=next]");
  }

  show() {
    this.leaves = Array.from({ length: this.file.numPages }, (_, i) => {
      const leaf = document.createElement("section");
      leaf.className = "leaf";
      leaf.dataset.number = i + 1;
      leaf.setAttribute("aria-label", this.words.leaf.replace("{n}", i + 1));
      leaf.setAttribute("aria-busy", "true");
      return leaf;
    });
    this.box.append(...this.leaves);
    const text = this.place.querySelector(".as-text");
    text.before(this.box);
    text.hidden = true;
    const original = text.querySelector("a[href*='#page=']");
    if (original) {
      this.original = original;
      const line = Object.assign(document.createElement("p"), { className: "meta" });
      line.append(original);
      text.after(line);
    }
    this.lay();
    this.watch();
    this.listen();
    this.place.querySelector(".zoom").hidden = false;
    if (this.field) {
      this.field.max = this.file.numPages;
      this.field.form.hidden = this.file.numPages < 2;
    }
    this.go(this.number, "asked" in this.words);
  }

  // The width of the box, times what was chosen.
  scale(size) {
    return (this.zoom * Math.max(120, this.box.clientWidth - 26)) / size.width;
  }

  lay() {
    for (const leaf of this.leaves) this.fit(leaf, leaf.size ?? this.size);
  }

  fit(leaf, size) {
    const scale = this.scale(size);
    leaf.style.width = `${Math.floor(size.width * scale)}px`;
    leaf.style.height = `${Math.floor(size.height * scale)}px`;
    leaf.style.setProperty("--total-scale-factor", scale);
  }

  watch() {
    this.near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          target.near = isIntersecting;
          if (isIntersecting) this.draw(target);
        }
        this.forget();
      },
      { root: this.box, rootMargin: NEAR },
    );
    this.leaves.forEach((leaf) => this.near.observe(leaf));
  }

  async draw(leaf) {
    if (leaf.drawing) return;
    const task = { cancelled: false };
    leaf.drawing = task;
    try {
      const page = await this.file.getPage(Number(leaf.dataset.number));
      if (task.cancelled) return;
      if (!leaf.near) {
        // Passed by meanwhile.
        leaf.drawing = null;
        return;
      }
      leaf.size = page.getViewport({ scale: 1 });
      this.fit(leaf, leaf.size);
      const viewport = page.getViewport({ scale: this.scale(leaf.size) });
      const fine = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
      const canvas = document.createElement("canvas");
      canvas.width = Math.floor(viewport.width * fine);
      canvas.height = Math.floor(viewport.height * fine);
      canvas.setAttribute("aria-hidden", "true");
      task.render = page.render({ canvas, viewport, transform: [fine, 0, 0, fine, 0, 0] });
      const layer = Object.assign(document.createElement("div"), { className: "words" });
      const over = new this.program.TextLayer({
        textContentSource: page.streamTextContent({ includeMarkedContent: true }),
        container: layer,
        viewport,
      });
      const [ways] = await Promise.all([page.getAnnotations(), task.render.promise, over.render()]);
      if (task.cancelled) return;
      leaf.replaceChildren(canvas, layer);
      this.ways(leaf, ways, viewport);
      leaf.removeAttribute("aria-busy");
      this.drawn.set(leaf, page);
      this.mark(leaf);
      this.forget();
    } catch (failed) {
      if (!task.cancelled) console.warn(failed);
    }
  }

  // Links of the document: to its own pages, and out.
  ways(leaf, found, viewport) {
    for (const way of found) {
      if (way.subtype !== "Link" || !(way.url || way.dest)) continue;
      const [left, top, right, bottom] = viewport.convertToViewportRectangle(way.rect);
      const link = Object.assign(document.createElement("a"), { className: "way" });
      Object.assign(link.style, { left: `${Math.min(left, right)}px`, top: `${Math.min(top, bottom)}px`, width: `${Math.abs(right - left)}px`, height: `${Math.abs(bottom - top)}px` });
      if (way.url) {
        Object.assign(link, { href: way.url, rel: "noopener noreferrer nofollow" });
        link.setAttribute("aria-label", way.url);
        leaf.append(link);
        continue;
      }
      this.target(way.dest).then((number) => {
        if (!number) return;
        link.href = this.address(number);
        link.setAttribute("aria-label", this.words.leaf.replace("{n}", number));
        link.onclick = (event) => {
          event.preventDefault();
          this.go(number, true);
        };
        leaf.append(link);
      });
    }
  }

  async target(dest) {
    try {
      const way = typeof dest === "string" ? await this.file.getDestination(dest) : dest;
      return Number.isInteger(way[0]) ? way[0] + 1 : (await this.file.getPageIndex(way[0])) + 1;
    } catch {
      return null;
    }
  }

  // Pages far from the view give their memory back.
  forget() {
    const far = [...this.drawn.keys()].filter((leaf) => !leaf.near);
    for (const leaf of far.slice(0, Math.max(0, this.drawn.size - MOST_DRAWN))) this.clear(leaf);
  }

  clear(leaf) {
    if (leaf.drawing) {
      leaf.drawing.cancelled = true;
      leaf.drawing.render?.cancel();
      leaf.drawing = null;
    }
    this.drawn.get(leaf)?.cleanup();
    this.drawn.delete(leaf);
    leaf.replaceChildren();
    leaf.setAttribute("aria-busy", "true");
  }

  redraw() {
    const leaf = this.leaves[this.number - 1];
    const part = (this.box.scrollTop - leaf.offsetTop) / leaf.offsetHeight;
    for (const each of this.leaves) if (each.drawing) this.clear(each);
    this.lay();
    this.box.scrollTop = leaf.offsetTop + part * leaf.offsetHeight;
    for (const each of this.leaves) if (each.near) this.draw(each);
  }

  listen() {
    const step = (link, by) =>
      link?.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.go(this.number + by, false);
        if (link.hidden) (by < 0 ? this.next : this.prev).focus();
        say(this.words.of.replace("{n}", this.number).replace("{m}", this.file.numPages));
      });
    step(this.prev, -1);
    step(this.next, 1);
    this.field?.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(Number(this.field.value) || 1, false);
      say(this.words.of.replace("{n}", this.number).replace("{m}", this.file.numPages));
    });
    this.box.addEventListener("scroll", () => {
      if (!this.waits) this.waits = requestAnimationFrame(() => this.look());
    }, { passive: true });
    this.box.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!by || event.target !== this.box || this.box.scrollWidth > this.box.clientWidth + 2) return;
      event.preventDefault();
      this.go(this.number + by, false);
    });
    this.place.querySelector(".zoom").addEventListener("click", (event) => {
      const how = event.target.closest("button")?.dataset.zoom;
      if (!how) return;
      const at = STEPS.indexOf(this.zoom);
      this.zoom = how === "fit" ? 1 : STEPS[Math.min(STEPS.length - 1, Math.max(0, at + (how === "in" ? 1 : -1)))];
      this.redraw();
    });
    let width = this.box.clientWidth;
    new ResizeObserver(() => {
      if (Math.abs(this.box.clientWidth - width) < 2) return;
      width = this.box.clientWidth;
      this.redraw();
    }).observe(this.box);
    const find = this.place.querySelector(".find-in");
    find?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.find(find.elements.q.value.trim());
    });
    document.getElementById("found").addEventListener("click", (event) => {
      const hit = event.target.closest("a[data-page]");
      if (hit) {
        event.preventDefault();
        this.go(Number(hit.dataset.page), true);
      } else if (event.target.closest("a.clear")) {
        event.preventDefault();
        find.elements.q.value = "";
        this.find("");
        find.elements.q.focus();
      }
    });
  }

  // Which page is read now: the one over the upper third of the view.
  look() {
    this.waits = 0;
    // The last pages cannot all be brought to the top.
    if (Math.abs(this.box.scrollTop - this.put) < 2) return;
    if (this.box.scrollTop + this.box.clientHeight >= this.box.scrollHeight - 2) {
      if (this.number !== this.leaves.length) this.at(this.leaves.length);
      return;
    }
    const line = this.box.scrollTop + this.box.clientHeight / 3;
    let low = 0;
    let high = this.leaves.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.leaves[middle].offsetTop <= line) low = middle;
      else high = middle - 1;
    }
    if (low + 1 !== this.number) this.at(low + 1);
  }

  // @param into whether the reader is brought there, to the first marked word
  go(number, into) {
    const to = Math.min(Math.max(1, number), this.leaves.length);
    this.at(to);
    this.box.scrollTop = this.leaves[to - 1].offsetTop - 8;
    this.put = this.box.scrollTop;
    this.wanted = this.forms.size ? to : 0;
    if (into) this.place.querySelector("#h-read").scrollIntoView({ block: "start" });
    this.mark(this.leaves[to - 1]);
  }

  at(number) {
    this.number = number;
    const all = this.leaves.length;
    if (all > 1) this.place.querySelector("#h-read").textContent = this.words.of.replace("{n}", number).replace("{m}", all);
    if (this.field && document.activeElement !== this.field) this.field.value = number;
    for (const [link, to] of [[this.prev, number - 1], [this.next, number + 1]]) {
      if (!link) continue;
      link.hidden = to < 1 || to > all;
      link.href = this.address(to);
      link.querySelector("span").textContent = this.words.leaf.replace("{n}", to);
    }
    if (this.original) this.original.href = `${this.words.pdf}#page=${number}`;
    clearTimeout(this.later);
    // Whoever only opened the document keeps its own address.
    if (number === 1 && !location.search) return;
    this.later = setTimeout(() => history.replaceState(history.state, "", this.address(number, location.hash)), 300);
  }

  address(number, hash = "#read") {
    const q = this.place.querySelector(".find-in input")?.defaultValue;
    return `${this.words.here}?page=${number}${q ? `&q=${encodeURIComponent(q)}` : ""}${hash}`;
  }

  // The same words once more: on to the next page that has them.
  async find(q) {
    if (q && q === this.place.querySelector(".find-in input").defaultValue) return this.onward();
    const answer = await fetch(`${this.words.here}?q=${encodeURIComponent(q)}`, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok) return say(this.words.none);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = document.getElementById("found");
    const open = found.querySelector("details")?.open ?? false;
    found.replaceChildren(...(page.getElementById("found")?.childNodes ?? []));
    if (found.querySelector("ol")) found.querySelector("details").open = open;
    this.place.querySelector(".find-in input").defaultValue = q;
    this.forms = this.markedForms();
    for (const leaf of this.drawn.keys()) this.mark(leaf);
    say(found.querySelector("summary")?.textContent ?? "");
    const pages = this.hits();
    if (pages.length) this.go(pages.find((number) => number >= this.number) ?? pages[0], false);
    else this.at(this.number);
  }

  hits() {
    return [...document.querySelectorAll("#found a[data-page]")].map((hit) => Number(hit.dataset.page));
  }

  onward() {
    const pages = this.hits();
    if (!pages.length) return;
    this.go(pages.find((number) => number > this.number) ?? pages[0], false);
    say(this.words.of.replace("{n}", this.number).replace("{m}", this.file.numPages));
  }

  // The words as the server found them in the text, whatever their endings.
  markedForms() {
    const marks = this.place.querySelectorAll("#found mark, .as-text:not([hidden]) mark");
    return new Set([...marks].map((mark) => mark.textContent.toLowerCase().normalize("NFC")));
  }

  mark(leaf) {
    const layer = leaf.querySelector(".words");
    if (!layer) return;
    for (const mark of layer.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    layer.normalize();
    if (this.forms.size) this.markIn(layer);
    if (this.wanted === Number(leaf.dataset.number)) {
      const first = layer.querySelector("mark");
      if (first) {
        this.wanted = 0;
        first.classList.add("now");
        const place = first.getBoundingClientRect();
        const box = this.box.getBoundingClientRect();
        this.box.scrollTop += place.top - box.top - this.box.clientHeight / 4;
      }
    }
  }

  // A word may be cut into several pieces of the layer.
  markIn(layer) {
    const pieces = [];
    let all = "";
    const walk = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.nodeName === "BR") all += "\n";
      if (node.nodeType !== Node.TEXT_NODE) continue;
      pieces.push({ node, from: all.length });
      all += node.data;
    }
    const signs = [...this.forms].sort((a, b) => b.length - a.length).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const search = new RegExp(`(?<![\\p{L}\\p{N}])(?:${signs.join("|")})(?![\\p{L}\\p{N}])`, "giu");
    const hits = [...all.matchAll(search)].map((hit) => [hit.index, hit.index + hit[0].length]);
    for (const { node, from } of pieces.reverse()) {
      const to = from + node.data.length;
      for (const [start, end] of hits.filter((hit) => hit[0] < to && hit[1] > from).reverse()) {
        const range = document.createRange();
        range.setStart(node, Math.max(0, start - from));
        range.setEnd(node, Math.min(node.data.length, end - from));
        range.surroundContents(document.createElement("mark"));
      }
    }
  }
}
