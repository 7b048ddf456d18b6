// Keeps the reader's place: what has been on the screen for a moment counts as read, on all her devices.
const LONG_ENOUGH = 700;
const PAUSE = 3000;

const form = document.getElementById("reading");
const unread = new Set(form?.elements.seen.value.split(" ").filter(Boolean));
const seen = new Set();
const waiting = new Map();
form?.querySelector("button")?.remove();

const eye = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    const number = entry.target.id.slice(1);
    // Its end has been here, or it fills the screen.
    const here = entry.isIntersecting &&
      (entry.boundingClientRect.bottom <= innerHeight + 1 || entry.intersectionRect.height > innerHeight * 0.6);
    if (!here) {
      const started = waiting.has(number);
      clearTimeout(waiting.get(number));
      waiting.delete(number);
      // Read to its end and left behind, however quickly.
      if (started && entry.boundingClientRect.bottom <= 0) see(entry.target, number);
    } else if (!waiting.has(number)) {
      waiting.set(number, setTimeout(() => see(entry.target, number), LONG_ENOUGH));
    }
  }
}, { threshold: [0, 0.25, 0.5, 0.75, 1] });

for (const number of unread) {
  const post = document.getElementById(`p${number}`);
  if (post) eye.observe(post);
}

document.addEventListener("rounds:shown", (event) => form && eye.observe(event.detail));

let pause;
function see(post, number) {
  if (document.visibilityState !== "visible") return;
  eye.unobserve(post);
  seen.add(number);
  pause ??= setTimeout(tell, PAUSE);
}

async function tell() {
  clearTimeout(pause);
  pause = null;
  if (seen.size === 0) return;
  const numbers = [...seen];
  seen.clear();
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields(numbers), keepalive: true });
    if (answer.status >= 500) throw new Error();
  } catch {
    // Told again with what comes next.
    numbers.forEach((number) => seen.add(number));
  }
}

function fields(numbers) {
  return new URLSearchParams({ csrf: form.elements.csrf.value, seen: numbers.join(" ") });
}

// The page goes: what is left goes along, and nobody waits for it.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && seen.size > 0) {
    navigator.sendBeacon(form.action, fields([...seen]));
    seen.clear();
  }
});
