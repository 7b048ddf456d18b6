// Ranking with buttons and in the order in which it is seen; the numbers stay what the form sends. What somebody has
// begun to choose is not replaced under her hands by a newer version of the page.
export function begin(form) {
  if (form.dataset.begun) return;
  form.dataset.begun = "1";
  form.addEventListener("input", () => form.closest("article")?.setAttribute("data-busy", "1"));
  if (form.dataset.most) limit(form, Number(form.dataset.most));
  if (form.classList.contains("ranked")) rank(form, form.querySelector(".ranking"));
}

// Said where the eyes are, and to those who listen, before anything is sent.
function limit(form, most) {
  const full = document.createElement("p");
  full.className = "error";
  full.setAttribute("role", "status");
  form.querySelector("fieldset").append(full);
  form.addEventListener("change", (event) => {
    const over = form.querySelectorAll("[name=choice]:checked").length > most;
    if (over) event.target.checked = false;
    full.textContent = over ? form.dataset.full : "";
  });
}

function rank(form, list) {
  const words = form.dataset;
  const select = (row) => row.querySelector("select");
  const name = (row) => row.querySelector("label > span").textContent;
  const place = (row) => Number(select(row).value) || Infinity;
  const rows = () => [...list.children];
  const ranked = () => rows().filter((row) => select(row).value);

  for (const row of rows()) {
    row.append(button(row, "up", "↑"), button(row, "down", "↓"));
    select(row).addEventListener("change", () => {
      // The chosen place wins; whoever had it moves on behind.
      const own = place(row);
      for (const other of ranked()) if (other !== row && place(other) === own) select(other).value = own + 1;
      order();
      select(row).focus();
    });
  }
  order();

  function button(row, way, sign) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `move ${way}`;
    made.textContent = sign;
    made.setAttribute("aria-label", words[way].replace("{words}", name(row)));
    made.addEventListener("click", () => move(row, way, made));
    return made;
  }

  function move(row, way, pressed) {
    const list = ranked();
    const at = list.indexOf(row);
    if (way === "up" && at < 0) list.push(row);
    else if (way === "up" && at > 0) list.splice(at - 1, 2, row, list[at - 1]);
    else if (way === "down" && at >= 0 && at < list.length - 1) list.splice(at, 2, list[at + 1], row);
    else if (way === "down" && at === list.length - 1) list.pop();
    number(list);
    order();
    form.dispatchEvent(new Event("input", { bubbles: true }));
    pressed.focus();
    const region = document.getElementById("say");
    if (region) region.textContent = (select(row).value ? words.at : words.drop).replace("{words}", name(row)).replace("{n}", select(row).value);
  }

  // Places without gaps, and the rows in their order: first what has a place.
  function number(order) {
    for (const row of rows()) select(row).value = order.includes(row) ? order.indexOf(row) + 1 : "";
  }

  function order() {
    number(ranked().sort((one, other) => place(one) - place(other)));
    const sorted = rows().sort((one, other) => place(one) - place(other));
    list.append(...sorted);
    for (const row of sorted) row.classList.toggle("unranked", !select(row).value);
  }
}
