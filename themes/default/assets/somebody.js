// Offers members by the beginning of a name while one types; a handle or a whole name that is typed works as well.
const PAUSE = 150; // ms without a key

export function offerPeople(around) {
  const { place } = around.dataset;
  const field = around.querySelector("input");
  const offered = document.createElement("datalist");
  offered.id = `${field.id}-offers`;
  field.after(offered);
  field.setAttribute("list", offered.id);
  let timer;
  let asked = 0;
  const ask = () => {
    clearTimeout(timer);
    const typed = field.value.trim().replace(/^@/, "");
    if (typed.length < 2 || [...offered.options].some((one) => one.value === field.value)) return;
    timer = setTimeout(async () => {
      const turn = ++asked;
      try {
        const answer = await fetch(`/names?${new URLSearchParams({ q: typed, place, lang: document.documentElement.lang })}`, { headers: { Accept: "application/json" } });
        const people = answer.ok ? await answer.json() : [];
        if (turn === asked) offered.replaceChildren(...people.map((one) => Object.assign(new Option(one.more ? `${one.name}, ${one.more}` : one.name, one.text), { label: one.more ? `${one.name}, ${one.more}` : one.name })));
      } catch {
        // Without a connection one types on.
      }
    }, PAUSE);
  };
  field.addEventListener("input", ask);
  // What was typed while this was fetched.
  ask();
}
