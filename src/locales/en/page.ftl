### Texts of the public pages and of the frame around every page.

## Frame
frame-skip = Skip to the content
frame-home = acordo, home page
frame-language = Language
frame-theme-dark = Use dark colours
frame-theme-light = Use light colours
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-cases = My cases
frame-loading = Loading
frame-back = Back
frame-close = Close
frame-retry = Try again

## Problems that the page notices by itself
problem-page-offline = There is no connection to the server. What you wrote is still here.
problem-page-unreadable = The server answered in a way this page does not understand. Try again in a moment.
error-not-found-title = We did not find this page
error-not-found-body = The address may be wrong, or you have no access to this case with this account.
error-title = Something did not work
error-body = Nothing you sent before was lost. Load the page again.
error-home = Go to the start
