/** The pages of somebody who is not in yet. */
package pronto.staff.signin.web;
