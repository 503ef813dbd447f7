/*
 * Ownpath in the browser. Every page works without this file; with it, it gets quicker.
 * Everything is delegated from document, so that parts swapped in by htmx just work.
 *
 * data-attributes
 *   data-needs-js hidden              shown once this file runs (for controls that need it)
 *   data-theme-switch                 button: system > light > dark              (theme.js)
 *   details.menu, .phone-nav details  close on Escape, outside click             (menus.js)
 *   data-dismiss="#id"                button: removes that element               (menus.js)
 *   data-print                        button: prints the page                   (menus.js)
 *   data-grid                         table: arrow keys between cells            (grid.js)
 *     data-href="/why?s={row}&c={col}"   Enter or click opens; {row} and {col} are the
 *                                        data-id of the row and of the column header
 *     data-readout="#id"                 says in words where you are
 *   data-rate-row                     row of radios: 1-9 rates and goes on, m missed,
 *                                     e excused, Backspace takes back, up/down change rows (record.js)
 *     input data-key="m"                 key of a radio when it is not its value
 *     data-rate-count="#id"              on the form: element that gets "12 of 30"
 *   input data-filters="#id"          hides items of that list that do not match (lists.js)
 *     data-filter-text="..."             on an item: what to match instead of its text
 *     data-filter-empty="#id"            element shown when nothing matches
 *     data-filter-count="#id"            element (role=status) that gets the number
 *   input data-select-all             checkbox: all visible checkboxes of its fieldset,
 *                                     or of data-select-all="#id"                (lists.js)
 *   form data-answer                  sends a test's answer, tells when it is stored, and tries
 *                                     again while there is no connection          (tests.js)
 *     data-until="..."                   element that shows the time left
 *     data-read-aloud="#id"              button: reads that element aloud
 *   form data-send-on, a data-follow   sends the form or follows the way on at once     (sent-on.js)
 *   data-scene                        picture whose data-spot="2" chooses the input of that value in it;
 *     textarea data-places               gets a place for each click beside them   (pictures.js)
 *   form data-passkey-new, data-passkey-sign-in   makes a passkey, signs in with one    (passkeys.js)
 *   data-voice="#file"                records a voice into that file field         (voice.js)
 *   form select data-submit-on-change sends its form at once                     (lists.js)
 */
import './theme.js';
import './menus.js';
import './grid.js';
import './record.js';
import './lists.js';
import './pictures.js';
import './tests.js';
import './passkeys.js';
import './voice.js';
import './sent-on.js';
import './htmx-setup.js';

const reveal = root => root.querySelectorAll('[data-needs-js][hidden]').forEach(e => { e.hidden = false; });
reveal(document);
document.addEventListener('htmx:load', e => reveal(e.target));
