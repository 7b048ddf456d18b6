// The number at the bell, while a page stays open: told by the server as it changes, and read by nobody but those who
// ask. Nothing on the page moves.
const bell = document.querySelector("a.bell");

export function ring({ told, shown, words }) {
  const badge = bell.querySelector(".badge");
  if (told > 0) {
    const sign = badge ?? Object.assign(document.createElement("span"), { className: "badge", ariaHidden: "true" });
    sign.textContent = shown;
    if (!badge) bell.append(sign);
  } else badge?.remove();
  bell.querySelector(".sr").textContent = words;
}

// Where no other part of the page listens: while somebody looks at it, and not before the page is done.
export function listen() {
  let source = null;
  let closing = 0;
  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/live?lang=${document.documentElement.lang}`);
    source.addEventListener("bell", (event) => ring(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      if (source?.readyState === EventSource.CLOSED) source = null;
    });
  };
  const close = () => {
    source?.close();
    source = null;
  };
  document.addEventListener("visibilitychange", () => {
    clearTimeout(closing);
    if (document.hidden) closing = setTimeout(close, 20_000);
    else open();
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  if (document.readyState === "complete") open();
}
