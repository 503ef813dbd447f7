/* Sends a message on, or follows the way on, that the page has a button for. */
document.querySelector('form[data-send-on]')?.submit();
const onward = document.querySelector('a[data-follow]');
if (onward) location.assign(onward.href);
