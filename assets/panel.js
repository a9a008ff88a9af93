/** The page around the graph: cards, legend as filter, navigation. Reads the view, writes the DOM. */
(function (kit) {
  'use strict';

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function panel(data) {
    const cards = document.getElementById('cards');
    const pictures = new Map(
      data.drawings.map((rule) => [rule.selector.split('"')[1], rule.style['background-image']]),
    );
    let open = null;
    let scrolled = false;
    document.getElementById('panel').addEventListener('scroll', () => { scrolled = true; }, { passive: true });
    const narrow = matchMedia('(max-width: 1199px)');
    kit.panelOpen(!narrow.matches);

    /** The card of a view, or null. An arrow's card wins over its cell's. */
    function cardOf(view) {
      const own = cards.querySelector(`[data-cards="${view.pathway}"]`);
      const find = (key, id) => own.querySelector(`article[data-${key}="${CSS.escape(id)}"]`);
      if (view.edge) return find('edge', view.edge);
      if (view.focus) return find('cell', view.focus);
      return view.q ? find('mention', view.q) : null;
    }

    /** Fills lists and papers by copying what Python wrote once elsewhere on the page. */
    function fill(card, pathway) {
      if (card.dataset.filled) return;
      card.dataset.filled = 'yes';
      if (card.dataset.mention) mentions(card, data.pathways[pathway]);
      const store = cards.querySelector(`[data-cards="${pathway}"] .store`);
      const row = (id) => store.querySelector(`[data-row="${CSS.escape(id)}"]`);
      for (const list of all('[data-rows]', card)) {
        list.append(...list.dataset.rows.split(' ').map((id) => row(id).cloneNode(true)));
      }
      for (const spot of all('[data-summary]', card)) {
        spot.textContent = row(spot.dataset.summary).querySelector('p').textContent;
      }
      for (const list of all('[data-refs]', card)) {
        for (const id of list.dataset.refs.split(' ')) {
          const item = document.createElement('li');
          const copy = document.getElementById(`ref-${pathway}-${id}`).cloneNode(true);
          copy.removeAttribute('id');
          item.append(copy);
          list.append(item);
        }
      }
      for (const image of all('img[data-glyph]', card)) image.src = pictures.get(image.dataset.glyph);
    }

    /** Completes the card of a molecule or a paper: where it is described, which arrows name it. */
    function mentions(card, pathway) {
      const { mention, hgnc, uniprot, class: group } = card.dataset;
      if (group) {
        const chips = document.createElement('p');
        chips.className = 'chips';
        chips.append(chip(group));
        if (hgnc) chips.append(chip(hgnc, `https://www.genenames.org/tools/search/#!/?query=${hgnc}`));
        if (uniprot) chips.append(chip(uniprot, `https://www.uniprot.org/uniprotkb/${uniprot}`));
        card.prepend(chips);
      }
      const ids = Object.keys(pathway.interactions).filter((id) =>
        pathway.interactions[id].words.includes(mention));
      const heading = document.createElement('h3');
      heading.textContent = `${group ? 'In' : 'Cited by'} ${ids.length} arrow${ids.length === 1 ? '' : 's'}`;
      const list = document.createElement('ul');
      list.className = 'rows';
      list.dataset.rows = ids.join(' ');
      card.append(heading, list);
    }

    function chip(text, address) {
      const element = document.createElement(address ? 'a' : 'span');
      element.className = 'chip';
      element.textContent = text;
      if (address) Object.assign(element, { href: address, target: '_blank', rel: 'noopener' });
      return element;
    }

    function showCard(view) {
      const card = cardOf(view);
      if (card === open) return;
      if (open) open.hidden = true;
      document.documentElement.classList.remove('reading');
      open = card;
      cards.hidden = !card;
      if (narrow.matches) kit.panelOpen(Boolean(card));
      for (const legend of all('[data-legend]')) {
        legend.hidden = Boolean(card) || legend.dataset.legend !== view.pathway;
      }
      if (!card) return;
      fill(card, view.pathway);
      card.hidden = false;
      if (scrolled) document.getElementById('panel').scrollTop = 0; // reading it costs a layout
    }

    function navigation(view) {
      for (const part of all('[data-pathway]')) part.hidden = part.dataset.pathway !== view.pathway;
      for (const button of all('[data-do="stage"]')) {
        const here = button.dataset.id === view.stage;
        if (here) button.setAttribute('aria-current', 'step');
        else button.removeAttribute('aria-current');
      }
      for (const button of all('[data-do="organ"]')) {
        button.setAttribute('aria-pressed', String(button.dataset.id === view.organ));
      }
      for (const button of all('[data-do="detail"]')) {
        button.setAttribute('aria-pressed', String(button.dataset.id === view.detail));
      }
      const select = document.getElementById('pathway');
      if (select) select.value = view.pathway;
    }

    function filters(view) {
      const legend = document.querySelector(`[data-legend="${view.pathway}"]`);
      for (const box of all('[data-do="hide"]', legend)) {
        box.checked = !view.hide.includes(box.dataset.token);
      }
      const after = view.hide.find((token) => token.startsWith('after:'));
      const slider = legend.querySelector('[data-do="after"]');
      if (slider) {
        slider.value = after ? after.split(':')[1] : slider.max;
        document.getElementById(`year-${view.pathway}`).textContent = slider.value;
      }
      for (const part of all('[data-facet]', legend)) {
        part.classList.toggle('active', view.hide.some((t) => t.startsWith(`${part.dataset.facet}:`)));
      }
    }

    function counts(view, pathway, seen) {
      const total = Object.keys(pathway.interactions).length;
      const filtered = view.hide.length ? `, ${seen.passing} pass the filters` : '';
      document.getElementById('count').textContent =
        `${seen.shown.length} of ${total} interactions shown${filtered}`;
      const notice = document.getElementById('notice');
      notice.hidden = seen.shown.length > 0 || Boolean(view.focus && !view.hide.length);
      notice.querySelector('span').textContent = view.hide.length
        ? 'The filters leave no arrow in this view.'
        : 'There is no arrow at this level of detail here.';
    }

    function titles(view, pathway) {
      const stage = pathway.stages.find((s) => s.id === view.stage);
      const told = kit.lecture.at(view, pathway);
      const subject = told ? `${view.step}/${told.of} ${told.step.title}` : view.edge && pathway.interactions[view.edge]
        ? pathway.interactions[view.edge].claim
        : view.focus ? pathway.cells[view.focus].name : stage?.name;
      document.title = subject ? `${subject} · ${pathway.title}` : pathway.title;
      document.getElementById('title').textContent = pathway.title;
      document.getElementById('subtitle').textContent = pathway.subtitle ?? '';
    }

    function show(view, seen) {
      const pathway = data.pathways[view.pathway];
      showCard(view);
      navigation(view);
      filters(view);
      counts(view, pathway, seen);
      titles(view, pathway);
      document.documentElement.dataset.theme = kit.theme.resolved(view.theme);
      document.documentElement.dataset.ui = view.ui;
    }

    return { show };
  }

  /** Opens or closes the side panel; on narrow screens it lies over the figure. */
  kit.panelOpen = (wanted) => {
    document.documentElement.classList.toggle('panel-closed', !wanted);
    document.getElementById('toggle').setAttribute('aria-expanded', String(wanted));
  };

  kit.panel = panel;
})((globalThis.cascadeKit ??= {}));
