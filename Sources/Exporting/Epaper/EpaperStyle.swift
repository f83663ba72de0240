import ReportWriting

/// Look and behaviour of a digital paper: everything works without the script but the search.
enum EpaperStyle {
  static let sheet =
    WrittenReport.webStyle + """

      body { background: #f4f2ee; }
      header { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; align-items: baseline; padding: .8rem 1.2rem; background: #fff; border-bottom: 2px solid #b21f24; }
      header p { margin: 0; text-indent: 0; }
      .paper a { font-size: 1.5rem; font-weight: bold; color: #b21f24; text-decoration: none; }
      .pages { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: 0; padding: 0; list-style: none; }
      .pages a[aria-current] { font-weight: bold; color: #b21f24; text-decoration: none; }
      form { position: relative; margin-inline-start: auto; }
      #found { position: absolute; right: 0; z-index: 3; margin: 0; padding: 0; list-style: none; background: #fff; min-width: 18em; box-shadow: 0 2px 10px #0003; }
      #found li { padding: .3rem .8rem; }
      .skip { position: absolute; left: -100vw; }
      .skip:focus { left: 1rem; background: #fff; }
      main.page { display: grid; grid-template-columns: minmax(0, 3fr) minmax(16em, 2fr); gap: 1.4rem; max-width: 90rem; margin: 1rem auto; padding: 0 1rem; }
      .picture { position: relative; background: #fff; box-shadow: 0 1px 8px #0002; }
      .picture img { display: block; width: 100%; height: 100%; }
      .area { position: absolute; box-sizing: border-box; border: 2px solid transparent; }
      .area:hover, .area:focus-visible, .area.marked { border-color: #b21f24; background: #b21f2414; outline: none; }
      .tools { display: flex; gap: 1.2rem; text-indent: 0; margin: .6rem 0; }
      .titles h2 { margin: .2rem 0 .6rem; font-size: 1.15rem; }
      .titles ol { margin: 0; padding-inline-start: 1.6em; }
      .titles li { padding: .25rem 0; }
      .titles a.marked { background: #b21f2418; }
      a { color: #124b8f; }
      main.story { max-width: 48rem; margin: 1rem auto; padding: 0 1rem; }
      main.story article { background: #fff; padding: 1.4rem clamp(1rem, 5vw, 3rem) 2.4rem; }
      @media (max-width: 44rem) { main.page { grid-template-columns: minmax(0, 1fr); padding: 0 .5rem; } form { margin-inline-start: 0; } #found { left: 0; right: auto; } }
      @media (prefers-color-scheme: dark) { body, header, #found, main.story article { background: #1b1b1b; color: #e8e8e8; } a { color: #8fbdf0; } }
      @media print { header, .tools { display: none; } }

      """

  static let script = """
    // Finds titles as one types, and shows which place on the page belongs to which title.
    const search = document.getElementById("search");
    const found = [...document.querySelectorAll("#found li")];
    search?.addEventListener("input", () => {
      const words = search.value.trim().toLowerCase();
      for (const entry of found) {
        entry.hidden = words === "" || !entry.textContent.toLowerCase().includes(words);
      }
    });
    search?.form.addEventListener("submit", (event) => {
      event.preventDefault();
      found.find((entry) => !entry.hidden)?.querySelector("a").click();
    });
    for (const link of document.querySelectorAll("[data-article]")) {
      const mates = document.querySelectorAll(`[data-article="${link.dataset.article}"]`);
      const mark = (on) => mates.forEach((mate) => mate.classList.toggle("marked", on));
      link.addEventListener("pointerenter", () => mark(true));
      link.addEventListener("pointerleave", () => mark(false));
      link.addEventListener("focus", () => mark(true));
      link.addEventListener("blur", () => mark(false));
    }
    // Arrow keys turn pages and articles, unless one is typing.
    document.addEventListener("keydown", (event) => {
      if (event.target.matches("input")) return;
      const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
      if (way) document.querySelector(`a[rel="${way}"]`)?.click();
    });

    """
}
