// Runs inside a page of the console: notes when the DOM first shows which leader.
({kind, cluster}) => {
  const clock = () => performance.timeOrigin + performance.now();

  // the drawing's seat, the header's fact and the table must say the same
  const onCluster = () => {
    const seated = document.querySelector('bascule-topology .topo-card.seated')?.dataset.member;
    const fact = document.querySelector('.cluster-facts .fact .mono, .cluster-facts .fact .mono span')?.textContent;
    const row = [...document.querySelectorAll('.overview table.data-table tbody tr')]
      .find((one) => /^(Standby )?Leader$/.test(one.children[2]?.textContent ?? ''));
    const listed = row?.id.replace(/^member-/, '');
    return seated === fact && fact === listed ? fact : null;
  };

  const onFleet = () => {
    const links = document.querySelectorAll('vaadin-grid.fleet-grid vaadin-grid-cell-content a.mono');
    const link = [...links].find((one) => one.textContent === cluster);
    const row = link?.closest('vaadin-grid-cell-content')?.assignedSlot?.closest('tr');
    return row?.children[4]?._content?.textContent.trim() ?? null;
  };

  const read = kind === 'cluster' ? onCluster : onFleet;
  let shown = read();
  let since = clock();
  const waiting = new Set();
  const look = () => {
    const now = read();
    if (now === null || now === shown) return;
    shown = now;
    since = clock();
    waiting.forEach((one) => one());
  };
  new MutationObserver(look).observe(document.documentElement,
    {subtree: true, childList: true, characterData: true, attributes: true});

  window.benchLeader = {
    shown: () => shown,
    until: (leader, limit) => new Promise((done, failed) => {
      const one = () => {
        if (shown !== leader) return;
        waiting.delete(one);
        clearTimeout(late);
        done(since);
      };
      const late = setTimeout(() => {
        waiting.delete(one);
        failed(new Error(`${kind} page shows ${shown} instead of ${leader}`));
      }, limit);
      waiting.add(one);
      one();
    }),
  };
}
