// Offers discussions by a part of their title while one types; what is chosen fills in the title;
// an address can be pasted as well.
const PAUSE = 150; // ms without a key

export function offerTitles(form) {
  const field = form.querySelector("input[type=search]");
  const offered = document.createElement("datalist");
  offered.id = `${field.id}-offers`;
  field.after(offered);
  field.setAttribute("list", offered.id);
  let timer;
  let asked = 0;
  const ask = () => {
    clearTimeout(timer);
    const typed = field.value.trim();
    if (typed.length < 2 || typed.includes("/")) return;
    timer = setTimeout(async () => {
      const turn = ++asked;
      try {
        const answer = await fetch(`${form.dataset.titles}?${new URLSearchParams({ q: typed })}`, { headers: { Accept: "application/json" } });
        const titles = answer.ok ? await answer.json() : [];
        if (turn === asked) offered.replaceChildren(...titles.map((one) => new Option(one.more, one.name)));
      } catch {
        // Without a connection one presses the button.
      }
    }, PAUSE);
  };
  field.addEventListener("input", ask);
  // What was typed while this was fetched.
  ask();
}
