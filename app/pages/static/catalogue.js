// Small comforts: suggestions while typing, and references to copy. Every page is whole without them.
(() => {
  "use strict";

  const PAUSE = 150; // milliseconds without a key before the service is asked
  const SHORTEST = 2;
  const NAMES = {
    theme: "Tema", municipality: "Kommune", school: "Skole", term: "Søg", "trial-action": "Prøvehandling",
  };
  const PAGES = {
    theme: "/temaer/", municipality: "/kommuner/", school: "/soeg?school=", "trial-action": "/proevehandlinger/",
  };

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children);
    return element;
  };

  // The combobox with a list box of the ARIA Authoring Practices: the focus stays in the field.
  const suggest = (field) => {
    const form = field.form;
    const leadsToPages = new URL(form.action).pathname === "/soeg";
    const list = make("ul", { id: "forslag", role: "listbox", "aria-label": "Forslag", class: "plain suggestions", hidden: "" });
    let timer = 0;
    let asked = 0;
    let items = [];
    let active = -1;

    const attributes = {
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    };
    Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
    field.parentElement.append(list);

    const close = () => {
      clearTimeout(timer);
      asked += 1;
      items = [];
      active = -1;
      list.hidden = true;
      list.replaceChildren();
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };

    const choose = ({ text, type, id }) => {
      close();
      if (leadsToPages && PAGES[type]) {
        const address = new URL(PAGES[type] + encodeURIComponent(id), location);
        // The shortlist goes along with every step.
        form.querySelectorAll("[name=samling]").forEach((kept) => address.searchParams.append("samling", kept.value));
        location.assign(address);
      } else {
        field.value = text;
        form.requestSubmit();
      }
    };

    const move = (place) => {
      active = place;
      [...list.children].forEach((option, number) => {
        option.setAttribute("aria-selected", String(number === active));
      });
      if (active < 0) {
        field.removeAttribute("aria-activedescendant");
        return;
      }
      field.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    };

    const show = (found) => {
      items = found;
      active = -1;
      list.replaceChildren(...found.map((item, number) => make(
        "li",
        { id: `forslag-${number}`, role: "option", "aria-selected": "false" },
        make("span", {}, item.text),
        " ",
        make("span", { class: "count" }, NAMES[item.type]),
      )));
      list.hidden = found.length === 0;
      field.setAttribute("aria-expanded", String(found.length > 0));
      field.removeAttribute("aria-activedescendant");
    };

    const ask = async () => {
      const typed = field.value.trim();
      asked += 1;
      const number = asked;
      if (typed.length < SHORTEST) {
        show([]);
        return;
      }
      try {
        const answer = await fetch(`/api/v1/suggest?limit=8&q=${encodeURIComponent(typed)}`);
        const { items: found } = answer.ok ? await answer.json() : { items: [] };
        // An answer that was overtaken by more typing is no answer any more.
        if (number === asked) show(found);
      } catch {
        if (number === asked) show([]);
      }
    };

    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    field.addEventListener("keydown", (event) => {
      const { key } = event;
      if (list.hidden || event.isComposing) return;
      const last = items.length - 1;
      if (key === "ArrowDown") move(active === last ? -1 : active + 1);
      else if (key === "ArrowUp") move(active < 0 ? last : active - 1);
      else if (key === "Enter" && active >= 0) choose(items[active]);
      else if (key === "Escape") close();
      else return;
      event.preventDefault();
    });
    field.addEventListener("blur", close);
    form.addEventListener("submit", close);
    // The field would lose the focus, and the list close, before a click were known.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose(items[[...list.children].indexOf(option)]);
    });
  };

  const offerReferences = (article) => {
    const said = make("p", { role: "status", class: "hidden" });
    article.append(said);
    const page = document.querySelector("link[rel=canonical]").href;

    article.querySelectorAll(".anchor").forEach((anchor) => {
      const { block, lines } = anchor.dataset;
      const button = make("button", { type: "button", class: "copy" }, "Kopiér henvisning", make("span", { class: "hidden" }, ` til ${block}`));
      button.addEventListener("click", async () => {
        const place = anchor.parentElement.cloneNode(true);
        place.querySelectorAll(".kind, .anchor, .copy").forEach((part) => part.remove());
        const text = place.textContent.trim();
        try {
          await navigator.clipboard.writeText(`”${text}” ${article.dataset.reference}, ${lines}. ${page}${anchor.hash}`);
          said.textContent = `Henvisningen til ${block} er kopieret.`;
          button.firstChild.data = "Kopieret";
        } catch {
          said.textContent = "Henvisningen kunne ikke kopieres. Brug linket ved stykket.";
          button.firstChild.data = "Ikke kopieret";
        }
        setTimeout(() => { button.firstChild.data = "Kopiér henvisning"; }, 2000);
      });
      anchor.after(" ", button);
    });
  };

  const field = document.querySelector(".search [name=q]");
  if (field) suggest(field);
  const article = document.querySelector("article[data-reference]");
  // A page that came over plain HTTP may not write to the clipboard.
  if (article && navigator.clipboard) offerReferences(article);
})();
