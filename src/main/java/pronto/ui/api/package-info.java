/** What every part of the API does alike: problems, lists, versions, requests that may be sent twice. */
package pronto.ui.api;
