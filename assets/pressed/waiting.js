/* 79c1771333eba8b2e7584f314103807df139199cec622cd7cb23f143fec0dd8d */
(()=>{async function r(n){let e={run:"",version:0};for(;;)try{let t=await fetch(`reload/state?run=${e.run}&version=${e.version}`);if(!t.ok)throw new Error(t.statusText);e=await t.json(),await n(e)}catch{await new Promise(t=>{setTimeout(t,1e3)})}}var i=document.getElementById("list");function a(n){n.join(`
`)!==[...i.children].map(t=>t.textContent).join(`
`)&&i.replaceChildren(...n.map(t=>{let o=document.createElement("li");return o.appendChild(document.createElement("code")).textContent=t,o}))}r(({figure:n,problems:e})=>n?location.reload():a(e));})();
