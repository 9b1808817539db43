import { Meta, Outlet } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLanguage } from "./ui/language.tsx";

export default function Root(): ReactNode {
  const { language } = useLanguage();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <Meta />
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}
