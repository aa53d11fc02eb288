### Texts of the frame around every page: header, problems, forms.

## Frame
frame-skip = Skip to the content
frame-home = acordo, home page
frame-language = Language
frame-theme-dark = Use dark colours
frame-theme-light = Use light colours
frame-sign-in = Sign in
frame-about = Who runs this, help and data
frame-sign-out = Sign out
frame-account = Your account
frame-cases = My cases
frame-loading = Loading
frame-back = Back
frame-close = Close
frame-retry = Try again

## Problems that the page notices by itself
problem-page-offline = There is no connection to the server. What you wrote is still here.
problem-page-unanswered = No answer came. We do not know yet whether what you did arrived; we are checking and will tell you here.
problem-page-not-sent = It did not arrive and never will: nothing was sent. If you still want it, do it again.
problem-page-arrived = It arrived: what you did is on record in the case.
problem-page-unreadable = The server answered in a way this page does not understand. Try again in a moment.
error-not-found-title = We did not find this page
error-not-found-body = The address may be wrong, or you have no access to this case with this account.
error-title = Something did not work
error-body = Nothing you sent before was lost. Load the page again.
error-home = Go to the home page
problem-page-request = Number for support: { $id }

## Forms
form-optional = optional
form-faults = { $count ->
    [one] 1 thing to correct
   *[other] { $count } things to correct
}
form-sending = Sending…
form-amount-read = Read: { $amount }
form-amount-fault = This amount is not clear. Enter one number, like { $example }

## Network
frame-try-now = Try now
frame-offline = No internet.
