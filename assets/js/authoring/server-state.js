/** Follows the server's state, for as long as there is a page: `told` hears every new one. */
const PAUSE = 1000; // ms until a server that does not answer is asked again

/** @param {(state: any) => any} told  when it fails, the same state is not told again at once */
export async function followServer(told) {
  let now = { run: '', version: 0 };
  for (;;) {
    try {
      const answer = await fetch(`reload/state?run=${now.run}&version=${now.version}`);
      if (!answer.ok) throw new Error(answer.statusText);
      now = await answer.json();
      await told(now);
    } catch {
      await new Promise((done) => {
        setTimeout(done, PAUSE);
      });
    }
  }
}
